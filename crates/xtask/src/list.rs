//! The list of tests that must exist, DESIGN.md 8's: where each is, and a table of how much of it was done.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::trouble::Trouble;
use crate::{shell, stage, test};

/// One line of the list.
struct Row {
    id: &'static str,
    what: &'static str,
    /// The test targets, each with the tests in it; each tells what it tried, or it did not run.
    tests: &'static [(&'static str, &'static [&'static str])],
}

const LIST: &[Row] = &[
    Row {
        id: "T1",
        what: "mutated bundles, frames and acts",
        tests: &[(
            "hostile",
            &[
                "mutants::acts_that_were_changed_and_signed_anew_are_refused_or_void_or_what_a_member_may_do",
                "mutants::bundles_and_talk_that_were_changed_on_the_road_bring_nothing",
                "readers::frames_and_bundles_that_were_changed_are_never_taken_for_what_was_said",
            ],
        )],
    },
    Row {
        id: "T1b",
        what: "validly signed hostile changes",
        tests: &[
            (
                "hostile",
                &[
                    "inputs::every_input_in_every_place_harms_nobody_in_millbrook_part_1",
                    "inputs::every_input_in_every_place_harms_nobody_in_millbrook_part_2",
                ],
            ),
            (
                "airlock",
                &[
                    "edits::what_automerge_cannot_bear_ends_the_room_and_not_the_town",
                    "edits::whatever_an_edit_does_the_others_are_built_and_it_is_named",
                ],
            ),
        ],
    },
    Row {
        id: "T2",
        what: "replay and rollback",
        tests: &[(
            "adversity",
            &[
                "replays::old_sticks_that_come_again_in_any_way_take_nothing_back",
                "replays::what_a_laptop_said_in_an_old_session_says_nothing_in_a_new_one",
                "replays::a_laptop_that_is_set_back_is_found_out_and_takes_nothing_that_others_have",
            ],
        )],
    },
    Row {
        id: "T3",
        what: "forged mandates, every set of signers",
        tests: &[(
            "laws",
            &[
                "forged::an_act_counts_with_as_many_signers_as_it_needs_and_with_no_fewer_whoever_they_are",
                "forged::whatever_binds_waits_for_a_second_holder_of_whichever_kind_it_is",
            ],
        )],
    },
    Row {
        id: "T4",
        what: "back-dating with lying clocks",
        tests: &[
            ("adversity", &["backdated::whatever_is_dated_back_by_one_who_was_removed_counts_nowhere_and_takes_nothing"]),
            ("laws", &["forged::one_who_was_removed_writes_nothing_that_counts_at_any_place_of_the_past"]),
        ],
    },
    Row {
        id: "T5",
        what: "forks shown to two towns",
        tests: &[("adversity", &["two_faced::a_laptop_with_two_faces_is_found_out_by_everybody_and_honest_towns_stay_one"])],
    },
    Row {
        id: "T6",
        what: "convergence, schedules and orders",
        tests: &[
            (
                "schedules",
                &[
                    "towns_come_to_one_hash_part_1",
                    "towns_come_to_one_hash_part_2",
                    "towns_come_to_one_hash_part_3",
                    "towns_come_to_one_hash_part_4",
                    "towns_come_to_one_hash_part_5",
                    "towns_come_to_one_hash_part_6",
                    "towns_come_to_one_hash_part_7",
                    "towns_come_to_one_hash_part_8",
                ],
            ),
            ("laws", &["orders::whatever_falls_and_comes_back_every_order_of_hearing_it_says_the_same"]),
        ],
    },
    Row {
        id: "T7",
        what: "ledger, postings and tampering",
        tests: &[("adversity", &["ledger::whatever_is_posted_and_whoever_tampers_the_sums_are_those_of_the_honest_lines"])],
    },
    Row {
        id: "T8",
        what: "bombs",
        tests: &[(
            "hostile",
            &[
                "bombs::a_part_that_unfolds_without_end_is_refused_alone",
                "bombs::many_parts_that_each_unfold_as_far_as_they_may_are_not_all_held_at_once",
                "bombs::a_part_of_a_million_frames_is_no_part",
                "bombs::an_act_that_promises_billions_or_nests_without_end_is_refused_and_one_within_limits_is_kept",
                "bombs::acts_as_large_as_a_change_may_be_are_kept_and_larger_ones_are_not",
                "bombs::a_draft_takes_so_much_and_no_more_however_many_type_in_it",
                "cold::a_draft_as_full_as_one_hand_can_make_it_is_read_in_little_room",
                "cold::a_draft_as_full_as_two_can_make_it_unheard_is_read_in_little_room",
                "cold::a_draft_of_as_many_edits_as_may_be_is_read_in_little_room",
                "bombs::changes_that_wait_for_others_fill_nobody_s_home",
                "bombs::talk_as_long_as_it_may_be_is_heard_or_dropped_and_nothing_is_kept",
                "forks::whoever_forks_thousands_of_times_keeps_nobody_from_writing",
                "forks::branches_that_have_each_seen_the_ones_before_cost_no_more_than_others",
                "forks::branches_that_have_seen_a_thousand_others_cost_no_more_than_those",
                "forks::a_line_that_forks_at_each_of_its_entries_is_judged_and_cut_off_like_any_other",
                "storms::whoever_goes_on_as_if_their_term_were_not_over_keeps_nobody_waiting",
                "storms::two_who_fork_at_each_other_s_every_entry_keep_nobody_waiting",
                "storms::seals_that_a_majority_took_in_stand_however_often_their_line_forks",
                "storms::branches_beside_each_of_many_seals_that_have_heard_of_one_another_are_judged_in_time",
                "storms::whoever_asks_for_a_thousand_signatures_hides_nothing_that_others_ask_for",
                "storms::an_act_that_a_forker_carries_twice_is_asked_for_once",
                "storms::towns_that_somebody_made_up_and_all_that_they_claim_to_have_seen_keep_nobody_waiting",
            ],
        )],
    },
    Row {
        id: "T9",
        what: "clocks off by fifty years",
        tests: &[("adversity", &["clocks::with_clocks_that_are_off_by_fifty_years_the_same_counts_and_every_copy_has_one_hash"])],
    },
    Row {
        id: "T10",
        what: "clone and restore",
        tests: &[
            (
                "adversity",
                &[
                    "copies::a_home_that_is_lost_at_any_moment_and_restored_loses_nothing_that_was_sent_and_never_forks",
                    "copies::a_copied_home_that_goes_on_beside_its_original_is_found_out_and_costs_no_honest_laptop_anything",
                ],
            ),
            (
                "scenarios",
                &[
                    "restored::a_restored_home_hears_a_neighbour_before_it_writes_and_goes_on_with_its_own_line",
                    "new_key::a_home_that_was_copied_and_forked_asks_again_with_a_new_key_and_the_copy_stays_off_the_roll",
                    "new_key::a_home_whose_copy_goes_on_where_it_stopped_writes_no_more_until_its_people_say_which_it_was",
                ],
            ),
        ],
    },
    Row {
        id: "T11",
        what: "kill -9, full disks, failing writes",
        tests: &[(
            "scenarios",
            &[
                "kill::nothing_acknowledged_is_lost_and_no_list_is_half_done_when_acting_is_killed",
                "kill::a_bundle_is_taken_in_whole_or_not_at_all_when_reading_is_killed",
                "kill::a_founding_or_a_backup_that_is_killed_is_there_whole_or_not_at_all",
                "disk::a_write_that_fails_at_any_size_loses_nothing",
                "disk::a_full_disk_is_named_and_loses_nothing",
                "faults::an_act_whose_disk_fails_at_any_write_is_there_whole_or_not_at_all",
                "faults::a_bundle_whose_disk_fails_at_any_write_is_taken_in_whole_or_not_at_all",
                "faults::a_restore_whose_disk_fails_at_any_write_leaves_no_home_or_one_that_hears_others_first",
            ],
        )],
    },
    Row {
        id: "T12",
        what: "bad network, and none beyond a cable",
        tests: &[(
            "scenarios",
            &[
                "weather::through_loss_delay_and_reordering_everything_arrives",
                "cable::on_a_cable_with_no_route_two_towns_find_each_other_and_nobody_else_hears_a_word",
            ],
        )],
    },
    Row {
        id: "T13",
        what: "at rest, canaries and keys",
        tests: &[("scenarios", &["at_rest::nothing_of_a_closed_book_can_be_read_from_disk_and_all_of_an_open_one_can"])],
    },
    Row {
        id: "T14",
        what: "quiet mode, seconds of capture",
        tests: &[
            ("scenarios", &["cable::in_quiet_mode_not_one_packet_leaves_while_the_book_is_kept"]),
            ("window", &["silence::in_quiet_mode_the_window_says_so_and_not_one_packet_leaves"]),
        ],
    },
    Row {
        id: "T15",
        what: "device lost, backup restored",
        tests: &[(
            "scenarios",
            &[
                "recovery::in_a_town_of_one_laptop_the_card_admits_the_one_that_takes_its_place",
                "recovery::without_a_backup_a_neighbour_s_bundle_and_the_card_are_enough",
                "recovery::a_restored_laptop_keeps_its_key_where_other_holders_can_be_heard",
            ],
        )],
    },
    Row {
        id: "T16",
        what: "hostile text in every view",
        tests: &[("window", &["keeps_out::a_text_is_a_text_on_every_page_whatever_stands_in_it"])],
    },
    Row {
        id: "T17",
        what: "sticks alone, some tampered with",
        tests: &[
            ("adversity", &["sticks::towns_that_exchange_sticks_alone_come_to_the_same_though_some_are_tampered_with"]),
            ("scenarios", &["bad_bundle::a_tampered_stick_among_good_ones_loses_only_what_was_tampered_with"]),
        ],
    },
    Row {
        id: "T19",
        what: "the resolver against the oracle",
        tests: &[(
            "oracle",
            &["the_heart_says_of_every_change_what_the_law_says", "the_judge_says_of_histories_in_the_laws_own_acts_what_the_law_says"],
        )],
    },
    Row {
        id: "T20",
        what: "each rule left out, and noticed",
        tests: &[
            ("oracle", &["masks::whichever_clause_is_left_out_of_the_law_something_notices"]),
            ("refusals", &["masks::whichever_rule_is_left_out_by_its_id_every_story_that_it_refuses_is_told_otherwise"]),
        ],
    },
];

/// What came of one line of the list.
struct Outcome {
    id: &'static str,
    what: &'static str,
    took: Duration,
    /// How many of what were tried.
    tried: Vec<(u64, String)>,
    result: &'static str,
}

/// The line of the list that is no test of ours: the parts that others made.
const PARTS: &str = "T18";

/// Whether there is a line of that name.
pub(crate) fn has(id: &str) -> bool {
    id == PARTS || LIST.iter().any(|row| row.id == id)
}

/// Does everything on the list at full size, or the lines that are named, and shows how much of each was done, and for how long.
///
/// # Errors
/// When anything fails, or did not run.
pub(crate) fn run(only: &[&str], told: &Path, prepare: impl Fn(&mut Command)) -> Result<(), Trouble> {
    // What an earlier run tried is not to be told as this one's.
    if told.exists() {
        fs::remove_dir_all(told).map_err(|source| Trouble::file(told, &source))?;
    }
    let wanted = |id: &str| only.is_empty() || only.contains(&id);
    let mut lines = Vec::new();
    for row in LIST.iter().filter(|row| wanted(row.id)) {
        println!("\n== {} {}", row.id, row.what);
        let folder = told.join(row.id);
        fs::create_dir_all(&folder).map_err(|source| Trouble::file(&folder, &source))?;
        let (mut holds, begun) = (true, Instant::now());
        for (target, tests) in row.tests {
            // One test after the other: some watch the memory of the process, and a window wants a machine to itself.
            let words = ["test", "--workspace", "--test", target, "--", "--test-threads", "1", "--nocapture", "--exact"];
            let mut cargo = shell::cargo(&[&words[..], tests].concat());
            cargo.env("FOLKMOOT_SIZE", "full").env("FOLKMOOT_TRIED", &folder);
            prepare(&mut cargo);
            holds &= shell::run(&mut cargo).is_ok();
        }
        let tried = tried(&folder)?;
        let wanted: usize = row.tests.iter().map(|(_, tests)| tests.len()).sum();
        let result = outcome(holds, tried.len() >= wanted);
        lines.push(Outcome { id: row.id, what: row.what, took: begun.elapsed(), tried, result });
    }
    if wanted(PARTS) {
        lines.extend(parts());
    }
    show(&lines);
    let amiss: Vec<&str> = lines.iter().filter(|line| ![HOLDS, NOT_ASKED].contains(&line.result)).map(|line| line.id).collect();
    if amiss.is_empty() { Ok(()) } else { Err(Trouble::Failed(format!("failed or not run: {}", amiss.join(", ")))) }
}

const HOLDS: &str = "holds";
/// What is asked over the network is asked only where somebody wants it, and not told as held where nobody did.
const NOT_ASKED: &str = "NOT ASKED";

/// The parts that others made: their licences and sources, and what is known of their weaknesses.
fn parts() -> [Outcome; 2] {
    println!("\n== {PARTS} parts that others made");
    let begun = Instant::now();
    let holds = shell::run(&mut shell::cargo(&["deny", "--locked", "check", "bans", "licenses", "sources"])).is_ok();
    let line = |what, begun: Instant, result| Outcome { id: PARTS, what, took: begun.elapsed(), tried: Vec::new(), result };
    let licences = line("parts, their licences and sources", begun, outcome(holds, true));
    let begun = Instant::now();
    let result = match test::advisories() {
        Ok(stage::Outcome::Passed | stage::Outcome::Partly(_)) => HOLDS,
        Ok(stage::Outcome::NotRun(_)) => NOT_ASKED,
        Err(trouble) => {
            println!("{trouble}");
            outcome(false, true)
        }
    };
    [licences, line("parts, their known weaknesses", begun, result)]
}

fn outcome(holds: bool, ran: bool) -> &'static str {
    match (holds, ran) {
        (false, _) => "FAILED",
        (true, false) => "NOT RUN",
        (true, true) => HOLDS,
    }
}

/// A table: each line with its result, and below it how many of what were tried.
fn show(lines: &[Outcome]) {
    println!("\n{:<5} {:<40} {:>8}  result", "", "what", "seconds");
    for Outcome { id, what, took, tried, result } in lines {
        println!("{id:<5} {what:<40} {:>8}  {result}", took.as_secs());
        for (count, of) in tried {
            println!("      {count:>10} {of}");
        }
    }
}

/// What each test told that it had tried.
fn tried(folder: &Path) -> Result<Vec<(u64, String)>, Trouble> {
    let files = fs::read_dir(folder).map_err(|source| Trouble::file(folder, &source))?;
    let mut told = Vec::new();
    for file in files.filter_map(Result::ok).map(|file| file.path()) {
        let text = fs::read_to_string(&file).map_err(|source| Trouble::file(&file, &source))?;
        let (count, what) = text.split_once('\t').unwrap_or((&text, ""));
        told.push((count.trim().parse().unwrap_or(0), what.trim().to_owned()));
    }
    told.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_nothing_did_not_run() {
        assert_eq!(outcome(true, true), HOLDS);
        assert_eq!(outcome(true, false), "NOT RUN");
        assert_eq!(outcome(false, true), "FAILED");
        let mut ids: Vec<&str> = LIST.iter().map(|row| row.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), LIST.len());
    }

    /// A name that no test has would run nothing.
    #[test]
    fn every_test_of_the_list_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (target, name) in LIST.iter().flat_map(|row| row.tests).flat_map(|(target, names)| names.iter().map(move |name| (target, name)))
        {
            let (module, test) = name.rsplit_once("::").unwrap_or(("main", name));
            let places = [format!("tests/tests/{target}"), format!("tests/{target}"), format!("src-tauri/tests/{target}")];
            let found = places.iter().filter_map(|place| fs::read_to_string(root.join(place).join(module).with_extension("rs")).ok());
            assert!(found.into_iter().any(|text| text.contains(test)), "{target}: {name}");
        }
    }
}
