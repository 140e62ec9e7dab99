/* SPDX-License-Identifier: GPL-3.0-or-later */
/* harm.c: a library to be loaded before a program: its Nth call to the system fails, or is the last one that it makes.
 *
 * HARM_AT: N, from 1 on; HARM: the error's number, or "before" and "after", at which the process is killed; HARM_DONE: a
 * file that is made if it came so far. HARM_ALWAYS=tmpfile: no file can be made without a name, as on many file systems.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

static atomic_int count;

/* By the system itself, and not by a function that is counted. */
static void
note_done (void)
{
  const char *done = getenv ("HARM_DONE");

  if (done != NULL)
    syscall (SYS_close, syscall (SYS_openat, AT_FDCWD, done, O_WRONLY | O_CREAT, 0600));
}

/* The error that this call fails with; 0: it is made. */
static int
strike (int *number)
{
  const char *at = getenv ("HARM_AT"), *how = getenv ("HARM");

  *number = atomic_fetch_add (&count, 1) + 1;
  if (at == NULL || how == NULL || atoi (at) != *number)
    return 0;
  note_done ();
  if (strcmp (how, "before") == 0)
    kill (getpid (), SIGKILL);
  return atoi (how);
}

static void
strike_after (int number)
{
  const char *at = getenv ("HARM_AT"), *how = getenv ("HARM");

  if (at != NULL && how != NULL && atoi (at) == number && strcmp (how, "after") == 0)
    kill (getpid (), SIGKILL);
}

#define CALL(type, failure, name, declaration, arguments) \
  type name declaration \
  { \
    static type (*next) declaration; \
    int number, code = strike (&number); \
    type outcome = failure; \
    if (code != 0) \
      errno = code; \
    else \
      { \
        next = dlsym (RTLD_NEXT, #name); \
        outcome = next arguments; \
        strike_after (number); \
      } \
    return outcome; \
  }

#define WITH_64(type, failure, name, declaration, arguments) \
  CALL (type, failure, name, declaration, arguments) \
  CALL (type, failure, name##64, declaration, arguments)

CALL (int, -1, stat, (const char *path, struct stat *status), (path, status))
CALL (int, -1, stat64, (const char *path, struct stat64 *status), (path, status))
CALL (int, -1, lstat, (const char *path, struct stat *status), (path, status))
CALL (int, -1, lstat64, (const char *path, struct stat64 *status), (path, status))
CALL (int, -1, fstat, (int fd, struct stat *status), (fd, status))
CALL (int, -1, fstat64, (int fd, struct stat64 *status), (fd, status))
WITH_64 (ssize_t, -1, pread, (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
WITH_64 (ssize_t, -1, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
WITH_64 (int, -1, ftruncate, (int fd, off_t size), (fd, size))
WITH_64 (int, -1, fallocate, (int fd, int mode, off_t at, off_t size), (fd, mode, at, size))
CALL (int, -1, access, (const char *path, int mode), (path, mode))
CALL (ssize_t, -1, read, (int fd, void *data, size_t size), (fd, data, size))
CALL (ssize_t, -1, write, (int fd, const void *data, size_t size), (fd, data, size))
CALL (int, -1, fsync, (int fd), (fd))
CALL (int, -1, fchown, (int fd, uid_t user, gid_t group), (fd, user, group))
CALL (int, -1, fchmod, (int fd, mode_t mode), (fd, mode))
CALL (int, -1, rename, (const char *from, const char *to), (from, to))
CALL (int, -1, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
CALL (int, -1, unlink, (const char *path), (path))
CALL (int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
CALL (char *, NULL, realpath, (const char *path, char *real), (path, real))
CALL (ssize_t, -1, flistxattr, (int fd, char *list, size_t size), (fd, list, size))
CALL (ssize_t, -1, fgetxattr, (int fd, const char *name, void *value, size_t size), (fd, name, value, size))
CALL (int, -1, fsetxattr, (int fd, const char *name, const void *value, size_t size, int flags), (fd, name, value, size, flags))
CALL (int, -1, flock, (int fd, int operation), (fd, operation))

static int
refuses_to_open (int flags)
{
  const char *always = getenv ("HARM_ALWAYS");

  return always != NULL && strcmp (always, "tmpfile") == 0 && (flags & O_TMPFILE) == O_TMPFILE;
}

static int
open_as (const char *name, const char *path, int flags, mode_t mode)
{
  int (*next) (const char *, int, ...) = dlsym (RTLD_NEXT, name);
  int number, code = strike (&number), fd;

  if (code != 0 || refuses_to_open (flags))
    {
      errno = code != 0 ? code : EOPNOTSUPP;
      return -1;
    }
  fd = next (path, flags, mode);
  strike_after (number);
  return fd;
}

static int
control (const char *name, int fd, int command, void *argument)
{
  int (*next) (int, int, ...) = dlsym (RTLD_NEXT, name);
  int number, code = strike (&number), outcome;

  if (code != 0)
    {
      errno = code;
      return -1;
    }
  outcome = next (fd, command, argument);
  strike_after (number);
  return outcome;
}

#define OPEN(name) \
  int name (const char *path, int flags, ...) \
  { \
    va_list rest; \
    mode_t mode; \
    va_start (rest, flags); \
    mode = va_arg (rest, mode_t); \
    va_end (rest); \
    return open_as (#name, path, flags, mode); \
  }

#define CONTROL(name) \
  int name (int fd, int command, ...) \
  { \
    va_list rest; \
    void *argument; \
    va_start (rest, command); \
    argument = va_arg (rest, void *); \
    va_end (rest); \
    return control (#name, fd, command, argument); \
  }

int fcntl64 (int fd, int command, ...);
OPEN (open)
OPEN (open64)
CONTROL (fcntl)
CONTROL (fcntl64)
