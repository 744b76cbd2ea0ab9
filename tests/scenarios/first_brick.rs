//! The demo as a test, by every road.

use std::path::Path;

use folkmoot_testkit::story::{Road, first_brick};

fn told(road: Road) {
    let root = tempfile::tempdir().unwrap();
    first_brick(Path::new(env!("CARGO_BIN_EXE_folkmoot")), root.path(), road, &mut |line| println!("{line}"));
}

#[test]
fn two_towns_keep_their_books_exchange_them_by_file_and_a_third_home_reads_both() {
    told(Road::File);
}

#[test]
fn the_same_over_a_wire_ends_in_the_same_book_on_every_laptop() {
    told(Road::Wire);
}

#[test]
fn so_does_a_mixture_of_roads() {
    told(Road::Both);
}
