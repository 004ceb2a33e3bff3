use futures_util::{FutureExt as _, future::BoxFuture};

use super::*;

type Granted = Result<Place<&'static str>, Full>;

fn fair(places: usize, waiting: usize, waiting_of_one: usize) -> Arc<Fair<&'static str>> {
    Fair::new(Bounds { places, waiting, waiting_of_one })
}

/// A call that asks for a place, and has asked once.
fn call(fair: &Arc<Fair<&'static str>>, party: &'static str) -> BoxFuture<'static, Granted> {
    let fair = Arc::clone(fair);
    let mut call = async move { fair.place(party, 1).await }.boxed().fuse().boxed();
    let at_once = (&mut call).now_or_never();
    match at_once {
        Some(granted) => std::future::ready(granted).boxed(),
        None => call,
    }
}

fn now(call: &mut BoxFuture<'static, Granted>) -> Option<Granted> {
    call.now_or_never()
}

/// The places that a party gets at once, as many as it asks for.
fn at_once(
    fair: &Arc<Fair<&'static str>>,
    party: &'static str,
    calls: usize,
) -> Vec<Place<&'static str>> {
    (0..calls).map(|_| now(&mut call(fair, party)).unwrap().unwrap()).collect()
}

#[test]
fn one_party_leaves_places_for_others() {
    let fair = fair(8, 9, 9);
    let mut flood = at_once(&fair, "flood", 6);
    let mut further = call(&fair, "flood");
    assert!(now(&mut further).is_none(), "six of eight are all that one has");
    assert!(fair.at_once().is_none(), "who may be of the flood has none of the rest");
    let one = now(&mut call(&fair, "small")).unwrap().unwrap();
    drop(one);
    assert!(now(&mut further).is_none(), "the place of another is not for the flood");
    flood.pop();
    assert!(now(&mut further).unwrap().is_ok());
}

#[test]
fn queues_take_turns() {
    let fair = fair(1, 99, 9);
    let first = at_once(&fair, "flood", 1);
    let mut flood: Vec<_> = (0..3).map(|_| call(&fair, "flood")).collect();
    let mut small = call(&fair, "small");
    drop(first);
    let second = now(&mut flood[0]).unwrap().unwrap();
    assert!(now(&mut small).is_none());
    drop(second);
    assert!(now(&mut flood[1]).is_none(), "it is another's turn");
    drop(now(&mut small).unwrap().unwrap());
    assert!(now(&mut flood[1]).unwrap().is_ok());
    assert!(now(&mut flood[2]).unwrap().is_ok(), "nobody else waits");
}

#[test]
fn what_waits_is_bounded_for_one_and_for_all() {
    let fair = fair(1, 5, 3);
    let _first = at_once(&fair, "flood", 1);
    let mut waiting: Vec<_> = (0..3).map(|_| call(&fair, "flood")).collect();
    assert_eq!(now(&mut call(&fair, "flood")).unwrap().unwrap_err(), Full);
    waiting.extend((0..2).map(|_| call(&fair, "other")));
    assert_eq!(now(&mut call(&fair, "other")).unwrap().unwrap_err(), Full, "five wait");
    assert!(fair.place("third", 1).now_or_never().unwrap().is_err());
    drop(waiting);
    let heavy = Arc::clone(&fair);
    assert!(heavy.place("third", 4).now_or_never().unwrap().is_err(), "it counts as four");
    assert!(heavy.place("third", 3).now_or_never().is_none());
}

#[test]
fn who_goes_is_not_waited_for_and_not_remembered() {
    let fair = fair(1, 9, 9);
    let first = at_once(&fair, "a", 1);
    let (gone, mut stays) = (call(&fair, "b"), call(&fair, "b"));
    let granted_too_late = call(&fair, "c");
    drop(gone);
    drop(first);
    let place = now(&mut stays).unwrap().unwrap();
    drop(place);
    // It is granted, and its caller goes before looking.
    drop(granted_too_late);
    let state = fair.state();
    assert_eq!((state.taken, state.weight, state.turns.len(), state.parties.len()), (0, 0, 0, 0));
}

#[test]
fn a_place_of_nobody_known_counts_for_whose_it_turns_out_to_be() {
    let fair = fair(4, 9, 9);
    let mut place = fair.at_once().unwrap();
    place.belongs_to("flood");
    let _rest = at_once(&fair, "flood", 2);
    let mut further = call(&fair, "flood");
    assert!(now(&mut further).is_none());
    drop(place);
    assert!(now(&mut further).unwrap().is_ok());
}

#[test]
fn the_only_place_is_had() {
    let fair = fair(1, 0, 0);
    let place = fair.at_once().unwrap();
    assert!(fair.at_once().is_none());
    drop(place);
    assert!(fair.at_once().is_some());
}
