//! The tests of the rules can fail: with any one rule left out, by its id, a story here is told otherwise (T20).

use std::collections::BTreeSet;

use folkmoot::fold::Fold;
use folkmoot_testkit::masked::{Masked, without_rule};
use folkmoot_testkit::tried;

use super::INSTITUTIONS;

#[test]
fn whichever_rule_is_left_out_by_its_id_every_story_that_it_refuses_is_told_otherwise() {
    let (mut rules, mut stories) = (BTreeSet::new(), 0);
    for case in INSTITUTIONS.iter().flat_map(|(_, cases)| cases()) {
        let Some((by, change)) = &case.heard else { continue };
        let says = || {
            let mut fold = Fold::<Masked>::empty(by.fold().assembly());
            by.changes().iter().for_each(|change| fold.add(change.clone()));
            fold.check(change).err()
        };
        let id = case.refusal.rule().id;
        assert_eq!(says(), Some(case.refusal.clone()), "{}", case.story);
        assert_ne!(without_rule(id, says), Some(case.refusal.clone()), "{} is refused without {id}", case.story);
        rules.insert(id);
        stories += 1;
    }
    assert!(rules.len() > 20, "{rules:?}");
    tried("rules left out by their ids, and each is noticed", rules.len());
    tried("stories that notice", stories);
}
