//! What `WebKitGTK` must find in the environment before it starts.

use std::ffi::OsString;

/// Starts this program again with the environment `WebKitGTK` needs, if it lacks any of it.
///
/// Changing one's own environment is unsafe in Rust; starting afresh with a new one is not.
#[cfg(target_os = "linux")]
pub(crate) fn settle() {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let lacking = lacking(|name| std::env::var_os(name));
    if lacking.is_empty() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    // `exec` comes back only when it fails; the window then opens with the environment as it is.
    let _ = Command::new(program).args(std::env::args_os().skip(1)).envs(lacking).exec();
}

/// Other platforms bring their own web view, which needs nothing.
#[cfg(not(target_os = "linux"))]
pub(crate) fn settle() {}

/// Lists the variables to set, given those that are set.
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK needs these"))]
fn lacking(variable: impl Fn(&str) -> Option<OsString>) -> Vec<(&'static str, &'static str)> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let mut lacking = Vec::new();
    // The DMA-BUF renderer leaves windows blank on some graphics drivers.
    if set("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        lacking.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    // In the C locale a page's own language is "C", which `Intl` refuses.
    let deciding = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| Some((name, set(name)?)));
    match deciding {
        None => lacking.push(("LANG", "en_US.UTF-8")),
        Some((name, value)) if names_no_language(&value) => lacking.push((name, "en_US.UTF-8")),
        Some(_) => {}
    }
    lacking
}

fn names_no_language(locale: &OsString) -> bool {
    locale.to_str().and_then(|locale| locale.split('.').next()).is_some_and(|language| matches!(language, "C" | "POSIX"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTLED: (&str, &str) = ("WEBKIT_DISABLE_DMABUF_RENDERER", "0");

    fn lacking_from(variables: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
        lacking(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn a_locale_without_a_language_is_replaced_where_it_was_decided() {
        assert_eq!(lacking_from(&[SETTLED]), [("LANG", "en_US.UTF-8")]);
        assert_eq!(lacking_from(&[SETTLED, ("LANG", "C.UTF-8")]), [("LANG", "en_US.UTF-8")]);
        assert_eq!(lacking_from(&[SETTLED, ("LANG", "es_ES.UTF-8"), ("LC_ALL", "POSIX")]), [("LC_ALL", "en_US.UTF-8")]);
    }

    #[test]
    fn what_a_person_chose_is_kept() {
        assert!(lacking_from(&[SETTLED, ("LANG", "ckb_IQ.UTF-8")]).is_empty());
        assert!(lacking_from(&[SETTLED, ("LANG", "ca_ES.UTF-8"), ("LC_ALL", "")]).is_empty());
    }

    #[test]
    fn a_settled_environment_lacks_nothing_so_the_program_starts_again_only_once() {
        let variables = lacking_from(&[("LANG", "C")]);
        assert!(lacking_from(&variables).is_empty());
    }
}
