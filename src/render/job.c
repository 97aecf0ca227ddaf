// The children of a render share its process group; when the alarm of the parent
// rings, the whole group but the parent is ended.
#include "render/job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER
#endif
#endif

#define EXIT_LIMIT 6
#define MAX_JOBS   8

// Read by the alarm's handler: the children that run now.
static volatile sig_atomic_t running[MAX_JOBS];

static void note_running(int pid, int instead_of) {
  for (int i = 0; i < MAX_JOBS; i++) {
    if (running[i] == instead_of) {
      running[i] = pid;
      return;
    }
  }
}

bool akt_job_write(int fd, const char *bytes, size_t len) {
  while (len > 0) {
    ssize_t done = write(fd, bytes, len);
    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return false;
    bytes += done;
    len -= (size_t)done;
  }
  return true;
}

static void stop_all(int signal_number) {
  (void)signal_number;
  static const char text[] = "aktant-render: the layout took too long\n";
  for (int i = 0; i < MAX_JOBS; i++) {
    if (running[i] > 0)
      kill((pid_t)running[i], SIGKILL);
  }
  ssize_t ignored = write(2, text, sizeof text - 1);
  (void)ignored;
  _exit(EXIT_LIMIT);
}

void akt_job_set_alarm(uint32_t seconds) {
  struct sigaction action = {.sa_handler = stop_all};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  alarm(seconds);
}

static void set_limit(int what, rlim_t value) {
  struct rlimit limit = {value, value};
  setrlimit(what, &limit);
}

// For the child's handler: how much must still be free for memory not to be the
// reason of a failure.
static size_t spare_bytes;

bool akt_job_is_out_of_memory(void) {
  // In a signal handler malloc may hang, if the crash was inside it. The process
  // is lost anyway, and the alarm ends it, which says "limit" too.
  void *spare = malloc(spare_bytes); // NOLINT(bugprone-signal-handler)
  free(spare);                       // NOLINT(bugprone-signal-handler)
  return !spare;
}

/// The library aborts, runs into a null pointer or gives up when memory ends; all
/// that is told from other faults by asking for some more.
static _Noreturn void end_badly(int signal_number) {
  (void)signal_number;
  _exit(akt_job_is_out_of_memory() ? EXIT_LIMIT : 1);
}

static void catch_crashes(void) {
  static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS};
  for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++)
    signal(crashes[i], end_badly);
}

/// A child must not outlive a parent that was killed.
static void die_with_parent(void) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

static _Noreturn void run_child(const akt_job_limits *limits, bool (*work)(void *, int),
                                void *arg, int fd) {
  signal(SIGALRM, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  die_with_parent();
  spare_bytes = ((size_t)limits->megabytes << 20) / 3;
  catch_crashes();
  set_limit(RLIMIT_CPU, limits->seconds);
  set_limit(RLIMIT_CORE, 0);
#ifndef HAS_ADDRESS_SANITIZER // its shadow alone is larger
  set_limit(RLIMIT_AS, (rlim_t)limits->megabytes << 20);
#endif
  alarm(limits->seconds);
  // What the library prints by itself is not meant for our user.
  int nowhere = open("/dev/null", O_WRONLY);
  if (nowhere >= 0)
    dup2(nowhere, 2);
  if (!work(arg, fd))
    end_badly(0);
  _exit(0);
}

bool akt_job_start(akt_job *job, const akt_job_limits *limits, bool (*work)(void *arg, int fd),
                   void *arg) {
  int ends[2];
  if (pipe(ends) != 0)
    return false;
  pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    run_child(limits, work, arg, ends[1]);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return false;
  }
  note_running(pid, 0);
  *job = (akt_job){(int)pid, ends[0]};
  return true;
}

akt_job_end akt_job_finish(akt_job *job, akt_buf *answer) {
  char bytes[65536];
  for (;;) {
    ssize_t got = read(job->pipe, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      break;
    akt_buf_add(answer, bytes, (size_t)got);
  }
  close(job->pipe);
  int status = 0;
  while (waitpid((pid_t)job->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  note_running(0, job->pid);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return AKT_JOB_DONE;
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_LIMIT)
    return AKT_JOB_LIMIT;
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGALRM ||
                              WTERMSIG(status) == SIGKILL))
    return AKT_JOB_LIMIT;
  return AKT_JOB_CRASHED;
}
