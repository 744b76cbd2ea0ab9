//! The walls of the room: how much memory and time it has, and what it may ask of the system.
//!
//! Memory and time are limited on every Unix; what may be asked of the system, on Linux.

use std::io;

/// How much memory the room may take beyond what the program itself fills, in bytes: the fullest draft needs about 120 MB of it.
const MEMORY: u64 = 512 << 20;
/// How long one thing may keep a processor busy, in seconds, beside what its length asks for.
const CPU_SECONDS: u64 = 2;
/// How many bytes of edits have another second: fifty times what a laptop of today needs.
const BYTES_A_SECOND: usize = 200_000;

/// How long so many bytes of edits may keep a processor busy, in seconds.
pub(crate) fn seconds(bytes: usize) -> u64 {
    CPU_SECONDS + (bytes / BYTES_A_SECOND) as u64
}

/// Goes behind the walls; nothing takes them down again.
///
/// # Errors
/// When the system refuses one of them: then nothing is to be tried here.
#[cfg(unix)]
pub(crate) fn raise() -> io::Result<()> {
    use rustix::process::Resource;

    limit(Resource::As, addresses()?.saturating_add(MEMORY))?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Core, 0)?;
    close_in()
}

#[cfg(unix)]
fn limit(resource: rustix::process::Resource, most: u64) -> io::Result<()> {
    use rustix::process::{Rlimit, getrlimit, setrlimit};

    // What somebody has allowed less of stays so.
    let held = getrlimit(resource).maximum;
    let most = Some(held.map_or(most, |held| held.min(most)));
    setrlimit(resource, Rlimit { current: most, maximum: most }).map_err(io::Error::from)
}

/// How much the program's own files and libraries take, in bytes: read before the room is closed in.
#[cfg(target_os = "linux")]
fn addresses() -> io::Result<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm")?;
    let pages: u64 = pages.split(' ').next().and_then(|pages| pages.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(pages.saturating_mul(rustix::param::page_size() as u64))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn addresses() -> io::Result<u64> {
    Ok(0)
}

/// Gives what is asked next its own time on the processor, by its length: the system ends a room that takes longer.
#[cfg(unix)]
pub(crate) fn limit_time(bytes: usize) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    let taken = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let maximum = getrlimit(Resource::Cpu).maximum;
    let most = taken + seconds(bytes);
    let current = Some(maximum.map_or(most, |held| held.min(most)));
    setrlimit(Resource::Cpu, Rlimit { current, maximum }).map_err(io::Error::from)
}

#[cfg(not(unix))]
pub(crate) fn raise() -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn limit_time(_: usize) -> io::Result<()> {
    Ok(())
}

/// From here on the room may read what it is asked, write what it answers, take memory and end; whatever else it asks of the system, it is
/// refused: no file is opened, no socket, no other program, and nothing that whoever started it left open is read or written.
#[cfg(target_os = "linux")]
fn close_in() -> io::Result<()> {
    use std::collections::BTreeMap;

    use seccompiler::{BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule};

    const MAY: &[i64] = &[
        libc::SYS_close,
        libc::SYS_brk,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sched_yield,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = MAY.iter().map(|call| (*call, Vec::new())).collect();
    let first_is = |value: u64| {
        let condition = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value);
        condition.and_then(|condition| SeccompRule::new(vec![condition])).map_err(io::Error::other)
    };
    rules.insert(libc::SYS_read, vec![first_is(0)?]);
    rules.insert(libc::SYS_write, vec![first_is(1)?, first_is(2)?]);
    // Its own limits, and nobody else's.
    rules.insert(libc::SYS_prlimit64, vec![first_is(0)?]);
    let arch = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
    let filter = SeccompFilter::new(rules, refused, SeccompAction::Allow, arch).map_err(io::Error::other)?;
    let filter: BpfProgram = filter.try_into().map_err(io::Error::other)?;
    seccompiler::apply_filter(&filter).map_err(io::Error::other)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn close_in() -> io::Result<()> {
    Ok(())
}
