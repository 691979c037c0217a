/** Starts a Trino server of the jars on the class path: what its distribution does, without its launcher. */
public class TrinoServer {
    public static void main(String[] args) {
        new io.trino.server.Server().start(args[0]);
    }
}
