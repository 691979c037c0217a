#!/usr/bin/env node
"use strict";
const { start } = require("./load.js");

start();
