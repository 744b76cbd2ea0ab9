//! The Debian packages a machine needs.

use crate::shell;
use crate::trouble::Trouble;

/// What building anything that opens a book needs: SQLCipher goes by the system's libcrypto.
pub(crate) const BOOK: &[&str] = &["build-essential", "libssl-dev", "pkg-config"];

/// What building the window needs.
pub(crate) const WINDOW: &[&str] = &["build-essential", "libgtk-3-dev", "libssl-dev", "libwebkit2gtk-4.1-dev", "pkg-config"];

/// What testing the window needs besides.
pub(crate) const WINDOW_TEST: &[&str] = &["dbus-daemon", "webkit2gtk-driver", "xvfb"];

/// What the tests in network namespaces need, and those of disks that fail.
pub(crate) const NETWORK_TEST: &[&str] = &["iproute2", "strace", "tcpdump"];

/// Installs those of the packages that are missing.
///
/// # Errors
/// When a package is missing and may not be installed from here, or installing it fails.
pub(crate) fn install(packages: &[&str]) -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if shell::on_path("apt-get").is_none() {
        println!("This machine has no apt-get. What Debian calls {list} must be here already, or the build will say what it lacks.");
        return Ok(());
    }
    println!("Missing packages: {list}");
    let sudo: &[&str] = if is_root() {
        &[]
    } else if shell::succeeds(&mut shell::command("sudo", &["-n", "true"])) {
        &["sudo", "-n"]
    } else {
        return Err(Trouble::Wanting(format!(
            "these packages are missing, and installing them needs an administrator. Run this line, then try again:\n\n    \
             sudo apt-get update && sudo apt-get install --yes --no-install-recommends {list}\n"
        )));
    };
    apt_get(sudo, &["update", "--quiet"])?;
    apt_get(sudo, &[&["install", "--yes", "--quiet", "--no-install-recommends"], missing.as_slice()].concat())
}

fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let mut query = shell::command("dpkg-query", &["--show", "--showformat=${db:Status-Abbrev} ${Package}\n"]);
    let known = shell::output(query.args(packages)).unwrap_or_default();
    packages.iter().copied().filter(|package| !is_installed(&known, package)).collect()
}

/// Reads dpkg's answer, where "ii" stands before what is wanted and is there.
fn is_installed(known: &str, package: &str) -> bool {
    known.lines().any(|line| line.strip_prefix("ii").is_some_and(|name| name.trim() == package))
}

fn is_root() -> bool {
    shell::output(&mut shell::command("id", &["-u"])).is_some_and(|id| id.trim() == "0")
}

fn apt_get(sudo: &[&str], args: &[&str]) -> Result<(), Trouble> {
    let line = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], args].concat();
    let [program, rest @ ..] = line.as_slice() else { return Ok(()) };
    shell::run(&mut shell::command(program, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_was_removed_is_missing() {
        let known = "ii  xvfb\nrc  webkit2gtk-driver\nun  pkg-config\n";
        assert!(is_installed(known, "xvfb"));
        assert!(!is_installed(known, "webkit2gtk-driver"));
        assert!(!is_installed(known, "pkg-config"));
        assert!(!is_installed(known, "libgtk-3-dev"));
    }
}
