// A PKCS#11 module that misbehaves in one way and hands everything else on to SoftHSM. What it does wrong is said when it is compiled.
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long Ulong;
typedef struct {
  unsigned char version[2];
  void *functions[68];
} List;

static List list;
static List *real;

#ifndef FLAGS
#define FLAGS 0UL
#endif
#ifndef GONE_AFTER
#define GONE_AFTER -1
#endif

static int times = 0;

static void misbehave(void) {
#ifdef HANGS
  signal(SIGTERM, SIG_IGN);
  for (;;) sleep(1000);
#endif
#ifdef CRASHES
  abort();
#endif
#ifdef LEAVES
  _exit(0);
#endif
#ifdef TELLS
  // What a module can see of the process it is in: its environment, its arguments and its open files.
  char line[4096];
  FILE *out = fopen(TELLS, "w");
  const char *sources[] = {"/proc/self/environ", "/proc/self/cmdline"};
  for (int at = 0; at < 2; at++) {
    FILE *in = fopen(sources[at], "r");
    size_t got;
    while ((got = fread(line, 1, sizeof line, in)) > 0)
      for (size_t index = 0; index < got; index++) fputc(line[index] == 0 ? '\n' : line[index], out);
    fclose(in);
  }
  for (int number = 0; number < 256; number++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", number);
    ssize_t length = readlink(path, line, sizeof line - 1);
    if (length > 0) fprintf(out, "open: %.*s\n", (int)length, line);
  }
  fclose(out);
#endif
}

static Ulong oddInitialize(void *given) {
#ifdef AT_START
  misbehave();
#endif
  return ((Ulong(*)(void *))real->functions[0])(given);
}

static Ulong oddSlotList(unsigned char present, void *slots, Ulong *count) {
  Ulong returned = ((Ulong(*)(unsigned char, void *, Ulong *))real->functions[4])(present, slots, count);
#ifdef SLOTS
  *count = SLOTS;
#endif
  return returned;
}

static Ulong oddTokenInfo(Ulong slot, void *info) {
  if (GONE_AFTER >= 0 && times++ >= GONE_AFTER) return 0xE0;
  Ulong returned = ((Ulong(*)(Ulong, void *))real->functions[6])(slot, info);
  if (returned == 0) *(Ulong *)((char *)info + 96) |= FLAGS;
#ifdef GARBLES
  memset(info, 0xFE, 96);
#endif
  return returned;
}

static Ulong oddLogin(Ulong session, Ulong user, void *pin, Ulong length) {
#ifdef LOGIN_RETURNS
  return LOGIN_RETURNS;
#endif
#ifdef PIN_PAD
  if (pin != NULL || length != 0) return 0x7;
  pin = PIN_PAD;
  length = strlen(PIN_PAD);
#endif
  Ulong returned = ((Ulong(*)(Ulong, Ulong, void *, Ulong))real->functions[18])(session, user, pin, length);
#ifdef REMOVES
  system("rm -rf '" REMOVES "'/*");
#endif
  return returned;
}

static Ulong oddAttribute(Ulong session, Ulong object, Ulong *template, Ulong count) {
  Ulong returned = ((Ulong(*)(Ulong, Ulong, Ulong *, Ulong))real->functions[24])(session, object, template, count);
#ifdef ATTRIBUTE_LENGTH
  template[2] = ATTRIBUTE_LENGTH;
#endif
#ifdef NO_SIGN
  if (template[0] == 0x108) *(unsigned char *)template[1] = 0;
#endif
  return returned;
}

static Ulong oddMechanism(Ulong slot, Ulong mechanism, void *info) {
#ifdef ONLY_MECHANISM
  if (mechanism != ONLY_MECHANISM) return 0x70;
#endif
  return ((Ulong(*)(Ulong, Ulong, void *))real->functions[8])(slot, mechanism, info);
}

static Ulong oddSign(Ulong session, unsigned char *data, Ulong length, unsigned char *value, Ulong *valueLength) {
#ifdef AT_SIGN
  misbehave();
#endif
#ifdef SIGN_RETURNS
  return SIGN_RETURNS;
#endif
  Ulong returned = ((Ulong(*)(Ulong, void *, Ulong, void *, Ulong *))real->functions[43])(session, data, length, value, valueLength);
#ifdef FLIPS
  value[10] ^= 1;
#endif
#ifdef SIGN_LENGTH
  *valueLength = SIGN_LENGTH;
#endif
  return returned;
}

Ulong C_GetFunctionList(List **out) {
  void *library = dlopen(SOFT_TOKEN, RTLD_NOW | RTLD_LOCAL);
  Ulong (*get)(List **) = (Ulong(*)(List **))dlsym(library, "C_GetFunctionList");
  Ulong returned = get(&real);
  list = *real;
  list.functions[0] = oddInitialize;
  list.functions[4] = oddSlotList;
  list.functions[6] = oddTokenInfo;
  list.functions[8] = oddMechanism;
  list.functions[18] = oddLogin;
  list.functions[24] = oddAttribute;
  list.functions[43] = oddSign;
#ifdef HOLE
  list.functions[HOLE] = NULL;
#endif
#ifdef NO_LIST
  *out = NULL;
  return 0;
#endif
#ifdef WILD_LIST
  *out = (List *)0x10;
  return 0;
#endif
  *out = &list;
  return returned;
}
