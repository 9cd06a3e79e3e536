/* Answers as NVIDIA's management library does, on a machine with two GPUs. */
#include <stdio.h>
#include <string.h>

static int opened = 0;
static char devices[2];

int nvmlInit_v2(void) { opened++; return STATUS; }
int nvmlShutdown(void) { opened--; return 0; }
int opened_now(void) { return opened; }
const char *nvmlErrorString(int status) { return status == 18 ? "Driver/library version mismatch" : "Unknown Error"; }
int nvmlSystemGetDriverVersion(char *text, unsigned length) { snprintf(text, length, "550.54.15"); return 0; }
int nvmlSystemGetCudaDriverVersion(int *version) { *version = 12040; return 0; }
int nvmlDeviceGetCount_v2(unsigned *count) { *count = 2; return 0; }
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device) { *device = devices + index; return 0; }
int nvmlDeviceGetUUID(void *device, char *text, unsigned length) {
  snprintf(text, length, "GPU-%d", (int)((char *)device - devices)); return 0; }
int nvmlDeviceGetName(void *device, char *text, unsigned length) {
  snprintf(text, length, device == devices ? "NVIDIA H100 80GB HBM3" : "Tesla T4"); return 0; }
int nvmlDeviceGetCudaComputeCapability(void *device, int *major, int *minor) {
  *major = device == devices ? 9 : 7; *minor = device == devices ? 0 : 5; return 0; }
int nvmlDeviceGetMemoryInfo(void *device, unsigned long long *memory) {
  memory[0] = device == devices ? 85520809984ull : 15843721216ull; memory[1] = 1;
  memory[2] = device == devices ? 7000000000ull : 123456789ull; return 0; }
int nvmlDeviceGetHandleByUUID(const char *name, void **device) {
  if (strcmp(name, "GPU-0") && strcmp(name, "GPU-1")) return 6; /* not found */
  *device = devices + (name[4] - 48); return 0; }
int nvmlDeviceGetMigMode(void *device, unsigned *current, unsigned *pending) {
  if (device != devices) return 3; /* not supported */
  *current = 1; *pending = 0; return 0; }
