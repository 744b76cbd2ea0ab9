//! Homes that are copied, and homes that are lost and restored (T10): what was sent is never lost, a restored laptop goes on with its own
//! line, and a copy is found out.

use std::fs;

use folkmoot_desk::Desk;
use folkmoot_testkit::{Chance, copy_home, size, tried};
use serde_json::json;

use super::homes::{NOW, Town, flour, somewhere};

#[test]
fn a_home_that_is_lost_at_any_moment_and_restored_loses_nothing_that_was_sent_and_never_forks() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(20, 200));
    let mut refused = 0;
    for round in 0..wanted {
        let dir = |name: &str| place.path().join(format!("{round}-{name}"));
        let (mut millbrook, mut cedar) = (Town::found(&dir("Millbrook"), "Millbrook"), Town::found(&dir("Cedar"), "Cedar Falls"));
        let assembly = millbrook.assembly;
        cedar.read(&millbrook.stick());
        let (mut sent, mut fresh) = (Vec::new(), 0);
        let mut backup = None;
        for step in 0..chance.between(6, 14) {
            match chance.below(4) {
                0 | 1 => {
                    fresh += 1;
                    sent.push((millbrook.flour(&fresh.to_string()), false));
                }
                2 => {
                    cedar.read(&millbrook.stick());
                    sent.iter_mut().for_each(|(_, gone)| *gone = true);
                }
                _ => {
                    let file = dir(&format!("backup-{step}"));
                    millbrook.desk.backup(&file, |_, _| ()).unwrap();
                    backup = Some(file);
                }
            }
        }
        let Some(backup) = backup else { continue };
        drop(millbrook);
        fs::remove_dir_all(dir("Millbrook")).unwrap();
        let desk = Desk::restore(&backup, &dir("Millbrook"), None, false, NOW, |_, _| ()).unwrap();
        let mut millbrook = Town { desk, assembly };
        let first = millbrook.desk.act(assembly, &[flour("too early")], NOW);
        assert_eq!(first.unwrap_err().code(), "restored-unheard");
        refused += 1;
        millbrook.read(&cedar.stick());
        let more = millbrook.flour("after the restore");
        cedar.read(&millbrook.stick());
        for town in [&millbrook, &cedar] {
            let fold = town.desk.fold(assembly).unwrap().unwrap();
            assert_eq!(fold.forkers().count(), 0, "round {round}: nothing forks");
            assert!(sent.iter().filter(|(_, gone)| *gone).all(|(act, _)| fold.act(act).is_some()), "round {round}: what was sent is back");
            assert!(fold.act(&more).is_some(), "round {round}");
        }
        assert_eq!(millbrook.commons(assembly), cedar.commons(assembly), "round {round}");
    }
    assert!(refused > wanted / 3, "{refused} of {wanted} had a backup");
    tried("homes lost and restored", refused);
}

#[test]
fn a_copied_home_that_goes_on_beside_its_original_is_found_out_and_costs_no_honest_laptop_anything() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(15, 150));
    for round in 0..wanted {
        let dir = |name: &str| place.path().join(format!("{round}-{name}"));
        let mut millbrook = Town::found(&dir("Millbrook"), "Millbrook");
        let (mut cedar, mut ashgrove) = (Town::found(&dir("Cedar"), "Cedar Falls"), Town::found(&dir("Ashgrove"), "Ashgrove"));
        let assembly = millbrook.assembly;
        (0..chance.below(4)).for_each(|number| {
            millbrook.flour(&number.to_string());
        });
        drop(millbrook);
        copy_home(&dir("Millbrook"), &dir("copy"));
        let open = |name: &str| Town { desk: Desk::open_existing(&dir(name)).unwrap(), assembly };
        let (mut original, mut copied) = (open("Millbrook"), open("copy"));
        // Each goes its way, and is heard by another town.
        (0..chance.between(1, 4)).for_each(|number| {
            original.flour(&format!("original {number}"));
        });
        (0..chance.between(1, 4)).for_each(|number| {
            copied.flour(&format!("copy {number}"));
        });
        cedar.read(&original.stick());
        ashgrove.read(&copied.stick());
        assert_eq!((cedar.forkers(assembly), ashgrove.forkers(assembly)), (0, 0), "nobody can know yet");
        let of_cedar = [cedar.flour("bread"), cedar.flour("more bread")];
        ashgrove.read(&cedar.stick());
        cedar.read(&ashgrove.stick());
        for town in [&mut original, &mut copied] {
            town.read(&cedar.stick());
            let told = town.desk.act(assembly, &[flour("more")], NOW).map_err(|trouble| trouble.code());
            assert_eq!(told, Err("refused"), "round {round}: both stop");
        }
        for town in [&original, &copied, &cedar, &ashgrove] {
            assert_eq!(town.forkers(assembly), 1, "round {round}: everybody sees it");
            assert_eq!(town.commons(assembly), cedar.commons(assembly), "round {round}");
            let fold = town.desk.fold(cedar.assembly).unwrap().unwrap();
            let words = of_cedar.map(|act| serde_json::to_value(fold.act(&act).unwrap().status).unwrap()["status"].clone());
            assert_eq!(words, [json!("counts"), json!("counts")], "round {round}");
        }
    }
    tried("copied homes", wanted);
}
