// One piece of work in a child process: a layout that crashes, hangs or eats all
// memory takes only its own process with it. The answer comes back over a pipe.
#ifndef AKT_RENDER_JOB_H
#define AKT_RENDER_JOB_H

#include "base/str.h"

typedef struct akt_job_limits {
  uint32_t seconds;   // of processor time a job, and of wall time in all
  uint32_t megabytes; // of address space a job
} akt_job_limits;

typedef enum akt_job_end {
  AKT_JOB_DONE,
  AKT_JOB_LIMIT, // time or memory
  AKT_JOB_CRASHED,
} akt_job_end;

typedef struct akt_job {
  int pid;
  int pipe;
} akt_job;

/// Starts `work(arg, fd)` in a child; what it writes to `fd` is the answer. The
/// work's result is whether it went well. False: the child could not be made.
bool akt_job_start(akt_job *job, const akt_job_limits *limits, bool (*work)(void *arg, int fd),
                   void *arg);

/// Reads the answer to its end and waits for the child.
akt_job_end akt_job_finish(akt_job *job, akt_buf *answer);

/// In a child: whether little memory is left, so that a failure is due to it.
bool akt_job_is_out_of_memory(void);

/// Ends the program with `status` after a message when `seconds` have passed.
void akt_job_set_alarm(uint32_t seconds);

/// Writes all bytes to a file descriptor.
bool akt_job_write(int fd, const char *bytes, size_t len);

#endif
