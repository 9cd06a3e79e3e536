/* The clock on the wall is set back by an hour, three seconds after a program began. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static int (*true_time)(clockid_t, struct timespec *);

static long set_back(void) {
  static long start;
  struct timespec steady;
  true_time(CLOCK_MONOTONIC, &steady);
  if (start == 0) start = steady.tv_sec;
  return steady.tv_sec - start >= 3 ? 3600 : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  if (true_time == 0) true_time = dlsym(RTLD_NEXT, "clock_gettime");
  int result = true_time(clock, time);
  if (clock == CLOCK_REALTIME) time->tv_sec -= set_back();
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  int result = clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return result;
}
