// The least that the whole job takes: a program in C, made for this one rubric and these very sheets, with the duties of score.
// Reads a sheet, adds up, classes, applies the quota, ranks, writes a file for each period in the order of ranks with names and
// units, and a summary; takes the SHA-256 of all files and waits until they are on the disk. It looks for no doubled keys and
// checks no text. Tells its CPU time and peak memory on file descriptor 3, as usage.mjs does.
//
//   cc -O2 -o floor floor.c -lcrypto && ./floor SHEET.csv OUT-PREFIX
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef const unsigned char *Text;

// A row: where its key starts in the sheet, and how its parts are long.
typedef struct {
  uint64_t at;
  uint32_t group;
  uint16_t areas[4], total, rank;
  uint8_t period, band, key_length, unit_length, unit_at;
} Row;

typedef struct {
  Text unit, period;
  uint32_t unit_length, period_length, period_number;
} Group;

static const int area_of[17] = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3};
static const char *endings[4] = {"excellent,Excellent,rated,,,,,\n", "good,Good,rated,,,,,\n", "fair,Fair,rated,,,,,\n",
                                 "poor,Poor,rated,,,,,\n"};
static const char *moved = "good,Good,rated,quota a_fifth: from Excellent to Good,,,,\n";

static Text sheet;
static Row *rows;
static Group *groups;
static uint32_t group_count, group_room, *slots, mask, period_count;
static struct { Text text; uint32_t length; } periods[256];

static uint32_t hash(Text unit, uint32_t unit_length, Text period, uint32_t period_length) {
  uint32_t value = 2166136261u;
  while (unit_length--) value = (value ^ *unit++) * 16777619u;
  while (period_length--) value = (value ^ *period++) * 16777619u;
  return value;
}

static void widen(void) {
  mask = mask ? mask * 2 + 1 : 1023;
  slots = realloc(slots, 4 * (mask + 1ul));
  memset(slots, 255, 4 * (mask + 1ul));
  for (uint32_t g = 0; g < group_count; g++) {
    uint32_t slot = hash(groups[g].unit, groups[g].unit_length, groups[g].period, groups[g].period_length) & mask;
    while (slots[slot] != ~0u) slot = (slot + 1) & mask;
    slots[slot] = g;
  }
}

static int is_group(uint32_t g, Text unit, uint32_t unit_length, Text period, uint32_t period_length) {
  const Group *group = groups + g;
  return group->unit_length == unit_length && group->period_length == period_length &&
         !memcmp(group->unit, unit, unit_length) && !memcmp(group->period, period, period_length);
}

// The people of one unit in one period.
static uint32_t group_of(Text unit, uint32_t unit_length, Text period, uint32_t period_length) {
  static uint32_t last = ~0u;
  if (last != ~0u && is_group(last, unit, unit_length, period, period_length)) return last;
  if (group_count * 2 >= mask) widen();
  uint32_t slot = hash(unit, unit_length, period, period_length) & mask;
  for (; slots[slot] != ~0u; slot = (slot + 1) & mask)
    if (is_group(slots[slot], unit, unit_length, period, period_length)) return last = slots[slot];
  if (group_count == group_room) groups = realloc(groups, (group_room = group_room ? group_room * 2 : 1024) * sizeof *groups);
  uint32_t number = 0;
  while (number < period_count && (periods[number].length != period_length || memcmp(periods[number].text, period, period_length)))
    number++;
  if (number == period_count) {
    periods[period_count].text = period;
    periods[period_count++].length = period_length;
  }
  groups[group_count] = (Group){unit, period, unit_length, period_length, number};
  slots[slot] = group_count;
  return last = group_count++;
}

static Text behind_quotes(Text at) {
  for (at++;; at++)
    if (*at == '"' && *++at != '"') return at;
}

static int by_total_and_key(const void *x, const void *y) {
  const Row *a = rows + *(const uint32_t *)x, *b = rows + *(const uint32_t *)y;
  if (a->total != b->total) return (int)b->total - a->total;
  int order = memcmp(sheet + a->at, sheet + b->at, a->key_length < b->key_length ? a->key_length : b->key_length);
  return order ? order : (int)a->key_length - b->key_length;
}

static unsigned char *put_number(unsigned char *to, uint32_t number) {
  unsigned char digits[12];
  int count = 0;
  do digits[count++] = '0' + number % 10;
  while (number /= 10);
  while (count) *to++ = digits[--count];
  return to;
}

static unsigned char *put_points(unsigned char *to, uint32_t hundredths) {
  to = put_number(to, hundredths / 100);
  *to++ = '.';
  *to++ = '0' + hundredths % 100 / 10;
  *to++ = '0' + hundredths % 10;
  return to;
}

static unsigned char *put(unsigned char *to, const void *from, size_t length) {
  memcpy(to, from, length);
  return to + length;
}

// Reads the sheet into rows; tells how many they are.
static uint64_t read_rows(size_t length) {
  uint64_t count = 0, room = 0;
  Text at = (Text)memchr(sheet, '\n', length) + 1, end = sheet + length;
  while (at < end) {
    if (count == room) rows = realloc(rows, (room = room ? room * 2 : 65536) * sizeof *rows);
    Row *row = rows + count++;
    Text cells[5];
    for (int cell = 0; cell < 5; cell++) {
      cells[cell] = at;
      if (*at == '"') at = behind_quotes(at);
      while (*at != ',') at++;
      at++;
    }
    row->at = cells[0] - sheet;
    row->key_length = cells[1] - cells[0] - 1;
    row->unit_at = cells[2] - cells[0];
    row->unit_length = cells[3] - cells[2] - 1;
    row->group = group_of(cells[2], row->unit_length, cells[4], at - cells[4] - 1);
    row->period = groups[row->group].period_number;
    uint32_t areas[4] = {0};
    for (int item = 0; item < 17; item++) {
      uint32_t hundredths = 0, digit;
      while ((digit = *at - '0') < 10) hundredths = hundredths * 10 + digit, at++;
      hundredths *= 100;
      if (*at == '.' && (digit = *++at - '0') < 10) {
        hundredths += digit * 10;
        if ((digit = *++at - '0') < 10) hundredths += digit, at++;
      }
      if (*at++ != ',') exit(1);
      areas[area_of[item]] += hundredths;
    }
    if (*at == '"') at = behind_quotes(at);
    at = memchr(at, '\n', end - at);
    at = at ? at + 1 : end;
    for (int area = 0; area < 4; area++) row->areas[area] = areas[area];
    row->total = areas[0] + areas[1] + areas[2] + areas[3];
    row->band = row->total >= 9000 ? 0 : row->total >= 7000 ? 1 : row->total >= 5000 ? 2 : 3;
  }
  return count;
}

// Ranks the people of a group, and moves those down for whom its quota has no room.
static void conclude(uint32_t *order, uint32_t count) {
  uint32_t room = 0, kept = 0, rank = 0;
  qsort(order, count, 4, by_total_and_key);
  for (uint32_t at = 0; at < count; at++) room += rows[order[at]].band == 1;
  room = room * 20 / 100;
  for (uint32_t at = 0; at < count; at++) {
    Row *row = rows + order[at];
    if (!at || row->total != rows[order[at - 1]].total) rank = at + 1;
    row->rank = rank;
    if (row->band == 0 && kept++ >= room) row->band = 1;
  }
}

enum { block_size = 1 << 18 };
static unsigned char block[block_size + 65536], summary[1 << 28], *summary_end = summary;

static unsigned char *put_row(unsigned char *to, const Row *row) {
  Text key = sheet + row->at, end = key + row->unit_at + row->unit_length + 1;
  while (*end != ',') end++;
  to = put_number(to, row->rank);
  *to++ = ',';
  to = put(to, key, end - key);
  *to++ = ',';
  for (int area = 0; area < 4; area++) *(to = put_points(to, row->areas[area])) = ',', to++;
  for (int twice = 0; twice < 2; twice++) *(to = put_points(to, row->total)) = ',', to++;
  const char *ending = row->total >= 9000 && row->band == 1 ? moved : endings[row->band];
  return put(to, ending, strlen(ending));
}

static void summarise(const Group *group, const uint32_t *order, uint32_t count) {
  long counts[5] = {0}, sums[5] = {0};
  for (uint32_t at = 0; at < count; at++)
    for (int line = 0; line < 5; line++)
      if (line == 4 || rows[order[at]].band == line) counts[line]++, sums[line] += rows[order[at]].total;
  const char *of = "q%u,unit_id,%.*s,";
  for (int line = 0; line < 5; line++) {
    summary_end += sprintf((char *)summary_end, of, group->period_number, (int)group->unit_length, group->unit);
    double mean = counts[line] ? sums[line] / 100.0 / counts[line] : 0;
    summary_end += sprintf((char *)summary_end, "band,id,title,%ld,%.6f,%.6f,,,,,,\n", counts[line], (double)counts[line] / count, mean);
  }
  summary_end += sprintf((char *)summary_end, of, group->period_number, (int)group->unit_length, group->unit);
  summary_end += sprintf((char *)summary_end, "quota,a_fifth,title,0.2,,,,,0,");
  for (uint32_t at = 0; at < count; at++) {
    const Row *row = rows + order[at];
    if (row->total < 9000 || row->band != 1) continue;
    summary_end = put(put(summary_end, sheet + row->at, row->key_length), "; ", 2);
  }
  *summary_end++ = '\n';
}

static void write_part(EVP_MD_CTX *hash, int file, Text from, size_t length) {
  EVP_DigestUpdate(hash, from, length);
  if (write(file, from, length) != (ssize_t)length) exit(2);
}

static int begin_file(const char *prefix, const char *name, EVP_MD_CTX *hash) {
  char path[4096];
  snprintf(path, sizeof path, "%s.%s.csv", prefix, name);
  EVP_DigestInit(hash, EVP_sha256());
  return open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
}

static void end_file(EVP_MD_CTX *hash, int file) {
  unsigned char digest[64];
  unsigned length;
  EVP_DigestFinal(hash, digest, &length);
  fsync(file);
  close(file);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  int file = open(words[1], O_RDONLY);
  struct stat status;
  fstat(file, &status);
  size_t length = status.st_size;
  sheet = mmap(0, length, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  uint64_t row_count = read_rows(length);

  uint32_t *starts = calloc(group_count + 2, 4), *order = malloc(4 * (row_count + 1));
  for (uint64_t row = 0; row < row_count; row++) starts[rows[row].group + 2]++;
  for (uint32_t g = 1; g < group_count + 1; g++) starts[g + 1] += starts[g];
  for (uint64_t row = 0; row < row_count; row++) order[starts[rows[row].group + 1]++] = row;
  for (uint32_t g = 0; g < group_count; g++) conclude(order + starts[g], starts[g + 1] - starts[g]);

  EVP_MD_CTX *hash = EVP_MD_CTX_new();
  unsigned char digest[64];
  unsigned digest_length;
  EVP_Digest(sheet, length, digest, &digest_length, EVP_sha256(), 0);
  // Stands for the check that it is text.
  for (size_t at = 0; at < length; at++)
    if (!sheet[at]) return 3;
  for (uint32_t period = 0; period < period_count; period++) {
    char name[16];
    snprintf(name, sizeof name, "%u", period);
    int out = begin_file(words[2], name, hash);
    unsigned char *to = block;
    for (uint32_t g = 0; g < group_count; g++) {
      if (groups[g].period_number != period) continue;
      uint32_t people = starts[g + 1] - starts[g];
      for (uint32_t at = 0; at < people; at++) {
        to = put_row(to, rows + order[starts[g] + at]);
        if (to - block < block_size) continue;
        write_part(hash, out, block, to - block);
        to = block;
      }
      summarise(groups + g, order + starts[g], people);
    }
    write_part(hash, out, block, to - block);
    end_file(hash, out);
  }
  int out = begin_file(words[2], "summary", hash);
  write_part(hash, out, summary, summary_end - summary);
  end_file(hash, out);

  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  long micros = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000L + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  dprintf(3, "%ld %ld", micros, usage.ru_maxrss);
  return 0;
}
