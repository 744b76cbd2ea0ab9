//! What a program holds in memory stays there when it dies.

/// Asks the system to write no core of this program, nor of those that it starts: keys and passphrases would be in it.
#[cfg(unix)]
pub fn no_core_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |bytes| setrlimit(Resource::Core, Rlimit { current: Some(bytes), maximum: Some(bytes) });
    // One byte is too few for a file, and the sign for Linux not to hand a core to a collector either, which 0 is not.
    if at_most(1).is_err() {
        // Where even one is more than somebody has allowed, none is.
        let _ = at_most(0);
    }
}

/// Other systems write none unless they are told to.
#[cfg(not(unix))]
pub fn no_core_dumps() {}
