// Preloaded before a program: counts its calls that change files, notes them down, and breaks the one it was told to break.
// GATEHOUSE_DISK_UNDER   only files below this folder are looked at
// GATEHOUSE_DISK_BREAK   "CALL AT HOW THEN", such as "sync 3 EIO once": CALL is write, sync, name or any; AT counts from 1;
//                        HOW is EIO, ENOSPC, EROFS, short or kill; THEN is once, or always from there on
// GATEHOUSE_DISK_LOG     where every call is noted: one byte of kind, path, offset and data, each with its length
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char under[PATH_MAX];
static char wanted[16];
static char how[16];
static char then[16];
static long breakAt = 0;
static long seen = 0;
static int logFile = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("GATEHOUSE_DISK_UNDER");
  if (folder != NULL) snprintf(under, sizeof under, "%s", folder);
  const char *order = getenv("GATEHOUSE_DISK_BREAK");
  if (order != NULL) sscanf(order, "%15s %ld %15s %15s", wanted, &breakAt, how, then);
  const char *path = getenv("GATEHOUSE_DISK_LOG");
  if (path != NULL) logFile = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  // Programs started from here are none of ours.
  unsetenv("LD_PRELOAD");
}

static int isUnder(const char *path) { return under[0] != 0 && strncmp(path, under, strlen(under)) == 0; }

static int pathOf(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return isUnder(path);
}

static void put(const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t done = REAL(write)(logFile, rest, count);
    if (done <= 0) return;
    rest += done;
    count -= (size_t)done;
  }
}

static void note(char kind, const char *path, uint64_t offset, const void *data, uint32_t count) {
  if (logFile < 0) return;
  uint32_t pathLength = (uint32_t)strlen(path);
  put(&kind, 1);
  put(&pathLength, 4);
  put(path, pathLength);
  put(&offset, 8);
  put(&count, 4);
  put(data, count);
}

// 0: let it happen; otherwise the error to give, or -1 for a write of half its bytes.
static int verdict(const char *kind) {
  if (wanted[0] == 0 || (strcmp(wanted, kind) != 0 && strcmp(wanted, "any") != 0)) return 0;
  seen += 1;
  int isNow = seen == breakAt || (seen > breakAt && strcmp(then, "always") == 0);
  if (!isNow) return 0;
  if (strcmp(how, "kill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(how, "short") == 0) return -1;
  return strcmp(how, "ENOSPC") == 0 ? ENOSPC : strcmp(how, "EROFS") == 0 ? EROFS : EIO;
}

static ssize_t changing(int fd, const void *bytes, size_t count, int64_t offset) {
  char path[PATH_MAX];
  int isOwn = pathOf(fd, path);
  pthread_mutex_lock(&turn);
  ssize_t result = -1;
  int fault = isOwn ? verdict("write") : 0;
  if (fault > 0) {
    errno = fault;
  } else {
    size_t allowed = fault < 0 && count > 1 ? count / 2 : count;
    int64_t at = offset >= 0 ? offset : (int64_t)REAL(lseek64)(fd, 0, SEEK_CUR);
    result = offset >= 0 ? REAL(pwrite64)(fd, bytes, allowed, offset) : REAL(write)(fd, bytes, allowed);
    if (result > 0 && isOwn) note('w', path, (uint64_t)at, bytes, (uint32_t)result);
    if (result > 0 && fd == 1) note('a', "", 0, bytes, (uint32_t)result);
  }
  int problem = errno;
  pthread_mutex_unlock(&turn);
  errno = problem;
  return result;
}

ssize_t write(int fd, const void *bytes, size_t count) { return changing(fd, bytes, count, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return changing(fd, bytes, count, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) { return changing(fd, bytes, count, offset); }

static int syncing(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return real(fd);
  pthread_mutex_lock(&turn);
  int fault = verdict("sync");
  int result = fault > 0 ? -1 : real(fd);
  if (fault > 0) errno = fault;
  if (result == 0) note('s', path, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int fsync(int fd) { return syncing(fd, REAL(fsync)); }
int fdatasync(int fd) { return syncing(fd, REAL(fdatasync)); }

static int cutting(int fd, off64_t length) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return REAL(ftruncate64)(fd, length);
  pthread_mutex_lock(&turn);
  int fault = verdict("write");
  int result = fault > 0 ? -1 : REAL(ftruncate64)(fd, length);
  if (fault > 0) errno = fault;
  if (result == 0) note('t', path, (uint64_t)length, "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int ftruncate(int fd, off_t length) { return cutting(fd, length); }
int ftruncate64(int fd, off64_t length) { return cutting(fd, length); }

static int opening(const char *path, int flags, mode_t mode) {
  int isChange = isUnder(path) && (flags & (O_CREAT | O_TRUNC)) != 0;
  if (!isChange) return REAL(open64)(path, flags, mode);
  pthread_mutex_lock(&turn);
  int isNew = access(path, F_OK) != 0;
  int fault = isNew ? verdict("name") : 0;
  int result = fault > 0 ? -1 : REAL(open64)(path, flags, mode);
  if (fault > 0) errno = fault;
  if (result >= 0 && isNew) note('c', path, 0, "", 0);
  if (result >= 0 && !isNew && (flags & O_TRUNC) != 0) note('t', path, 0, "", 0);
  int problem = errno;
  pthread_mutex_unlock(&turn);
  errno = problem;
  return result;
}

#define MODE_OF(flags, mode)                                                                                                               \
  mode_t mode = 0;                                                                                                                         \
  if (((flags) & O_CREAT) != 0) {                                                                                                          \
    va_list rest;                                                                                                                          \
    va_start(rest, flags);                                                                                                                 \
    mode = va_arg(rest, mode_t);                                                                                                           \
    va_end(rest);                                                                                                                          \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags, mode)
  return opening(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE_OF(flags, mode)
  return opening(path, flags, mode);
}

static int naming(char kind, const char *path, const char *target, int (*change)(const char *, const char *)) {
  if (!isUnder(path)) return change(path, target);
  pthread_mutex_lock(&turn);
  int fault = verdict("name");
  int result = fault > 0 ? -1 : change(path, target);
  if (fault > 0) errno = fault;
  if (result == 0) note(kind, path, 0, target, (uint32_t)strlen(target));
  int problem = errno;
  pthread_mutex_unlock(&turn);
  errno = problem;
  return result;
}

static int reallyRename(const char *path, const char *target) { return REAL(rename)(path, target); }
static int reallyUnlink(const char *path, const char *unused) {
  (void)unused;
  return REAL(unlink)(path);
}
static int reallyRemove(const char *path, const char *unused) {
  (void)unused;
  return REAL(remove)(path);
}
static int reallyRmdir(const char *path, const char *unused) {
  (void)unused;
  return REAL(rmdir)(path);
}
static int reallyMkdir(const char *path, const char *mode) { return REAL(mkdir)(path, (mode_t)strtol(mode, NULL, 8)); }

int rename(const char *path, const char *target) { return naming('r', path, target, reallyRename); }
int unlink(const char *path) { return naming('u', path, "", reallyUnlink); }
int remove(const char *path) { return naming('u', path, "", reallyRemove); }
int unlinkat(int folder, const char *path, int flags) {
  if (path[0] != '/' || !isUnder(path)) return REAL(unlinkat)(folder, path, flags);
  return naming('u', path, "", flags == 0 ? reallyUnlink : reallyRmdir);
}
int rmdir(const char *path) { return naming('u', path, "", reallyRmdir); }
int mkdir(const char *path, mode_t mode) {
  char text[16];
  snprintf(text, sizeof text, "%o", mode);
  return naming('d', path, text, reallyMkdir);
}
