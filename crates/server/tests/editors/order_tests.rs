//! That the check of a history finds what is wrong with one.

use std::{collections::BTreeMap, time::Duration};

use super::{
    history::{Call, Edit, Seen, Step, Timed, Told},
    order::check,
};

fn at(from: u64, to: u64, call: Call) -> Timed {
    let to = if to == u64::MAX { Duration::MAX } else { Duration::from_secs(to) };
    Timed { from: Duration::from_secs(from), to, call }
}

fn read(serial: u32, lines: &[(u32, &str, &str)]) -> Call {
    let lines =
        lines.iter().map(|(line, owner, text)| (*line, ((*owner).to_owned(), (*text).to_owned())));
    Call::Read(Seen { serial, lines: lines.collect::<BTreeMap<_, _>>() })
}

fn add(owner: &str, told: Told) -> Call {
    let steps = vec![Step::Add(owner.to_owned(), "t".to_owned())];
    Call::Edit(Edit { steps, read: None }, told)
}

fn take(owner: &str, told: Told) -> Call {
    Call::Edit(Edit { steps: vec![Step::Take(owner.to_owned())], read: None }, told)
}

fn by_serial(owner: &str, read: u32, told: Told) -> Call {
    let steps = vec![Step::Add(owner.to_owned(), "t".to_owned())];
    Call::Edit(Edit { steps, read: Some(read) }, told)
}

#[test]
fn a_history_that_could_be_is_taken() {
    let history = [
        at(0, 1, read(5, &[])),
        at(2, 6, add("a", Told::Made(6))),
        at(2, 5, by_serial("b", 6, Told::Made(7))),
        at(3, 8, by_serial("c", 6, Told::Stale(7))),
        at(3, u64::MAX, take("a", Told::Nothing)),
        at(3, u64::MAX, take("b", Told::Nothing)),
        at(9, 10, add("d", Told::Made(9))),
        at(11, 12, take("a", Told::Gone)),
        at(13, 14, read(9, &[(2, "b", "t"), (3, "d", "t")])),
    ];
    let counts = check(&history).unwrap();
    assert_eq!((counts.made, counts.refused, counts.reads), (3, 2, 2));
    assert_eq!((counts.made_untold, counts.lost_untold), (1, 1));
}

#[test]
fn what_is_taken_back_is_a_step_there_and_a_step_back() {
    let history = [
        at(0, 1, read(5, &[(1, "a", "t")])),
        at(2, 8, take("a", Told::TakenBack)),
        at(3, 4, read(6, &[])),
        at(5, 6, add("b", Told::Made(7))),
        at(9, 10, read(8, &[(1, "a", "t"), (2, "b", "t")])),
    ];
    assert_eq!(check(&history).unwrap().made, 1);
}

#[test]
fn what_could_not_be_is_found() {
    let (begin, made) = (at(0, 1, read(5, &[])), at(2, 3, add("a", Told::Made(6))));
    let cases: [(&str, &str, Vec<Timed>); 11] = [
        (
            "one that was taken back without a step",
            "nobody's edit",
            vec![
                at(4, 9, add("b", Told::TakenBack)),
                at(5, 6, read(7, &[(1, "a", "t"), (2, "b", "t")])),
                at(10, 11, read(7, &[(1, "a", "t")])),
            ],
        ),
        ("a lost update", "seen is", vec![at(4, 5, read(6, &[]))]),
        ("a doubled one", "seen is", vec![at(4, 5, read(6, &[(1, "a", "t"), (2, "x", "t")]))]),
        ("a step too many", "nobody's edit", vec![at(4, 5, read(7, &[(1, "a", "t")]))]),
        ("two at one serial", "two edits", vec![at(4, 5, add("b", Told::Made(6)))]),
        ("a stale reading", "another time", vec![at(4, 5, read(5, &[]))]),
        (
            "a serial that was not read",
            "was read at",
            vec![at(4, 5, by_serial("b", 5, Told::Made(7)))],
        ),
        (
            "an edit of what was gone",
            "record was gone",
            vec![at(4, 5, take("a", Told::Made(7))), at(6, 7, take("a", Told::Made(8)))],
        ),
        (
            "another's line",
            "line 1 was",
            vec![
                at(4, 5, read(6, &[(1, "a", "t")])),
                at(6, 7, take("a", Told::Made(7))),
                at(8, 9, add("b", Told::Made(8))),
                at(10, 11, read(8, &[(1, "b", "t")])),
            ],
        ),
        ("a refusal without a reason", "refused without", vec![at(4, 5, take("a", Told::Gone))]),
        ("an edit that did not last", "is lost", vec![at(4, 5, add("b", Told::MadeSilently))]),
    ];
    for (what, said, more) in cases {
        let history = [vec![begin.clone(), made.clone()], more].concat();
        let found = check(&history).expect_err(what);
        assert!(found.contains(said), "{what}: {found}");
    }
}
