//! The server killed at every step of every change that matters: it comes back with all of the
//! change or nothing of it, in the store, on the machine, in the DNS and on the web.
//!
//! Which steps a call reaches, and how often, is found by running it: it is killed at a step for the
//! first time, the second time and so on, until it survives.

mod picture;
mod scene;

use api::function::Step;
use serde_json::Value;

use self::{
    picture::Picture,
    scene::{NEW, Scene},
};
use crate::support::{Innkeeper, PASSWORD};

/// A call, and what is said to it where it was made before.
struct Call {
    function: &'static str,
    form: &'static [(&'static str, &'static str)],
    /// Why it is refused after its change was made; nothing where it can be made again.
    made: Option<&'static str>,
}

impl Call {
    /// Makes it; gives nothing where the server died before it answered.
    fn make(&self, server: &Innkeeper) -> Option<Value> {
        server.try_call(self.function, self.form)
    }

    /// Makes it on a server that is to live.
    fn make_well(&self, server: &Innkeeper) {
        server.data_of(self.function, self.form);
    }

    /// Makes it once more.
    fn repeat(&self, server: &Innkeeper, was_made: bool) {
        let answer = server.call(self.function, self.form);
        match self.made.filter(|_| was_made) {
            None => assert_eq!(answer["metadata"]["result"], 1, "again: {answer}"),
            Some(why) => {
                assert_eq!(answer["metadata"]["result"], 0, "again: {answer}");
                let reason = answer["metadata"]["reason"].as_str().unwrap();
                assert!(reason.contains(why), "again: {reason}");
            }
        }
    }
}

/// Kills the server at every step of a call and looks at what the next start makes of it.
fn kill_everywhere(call: &Call, scene: &Scene) {
    let server = scene.start(&[]);
    let before = Picture::of(&server);
    call.make_well(&server);
    let after = Picture::of(&server);
    assert!(before != after, "the call changes nothing");
    scene::look(&server, &after);
    drop(server);
    let killed = Step::ALL.iter().map(|step| kill_at(call, scene, *step, &before, &after));
    let killed: Vec<u64> = killed.collect();
    let reached: Vec<_> = Step::ALL.iter().zip(&killed).filter(|(_, times)| **times > 0).collect();
    for step in [Step::Opened, Step::Written, Step::Committed, Step::Closed, Step::Answered] {
        assert!(reached.iter().any(|(at, _)| **at == step), "{step:?} is not among {reached:?}");
    }
}

/// Kills it at a step for the first time, the second time and so on; gives how often it died.
fn kill_at(call: &Call, scene: &Scene, step: Step, before: &Picture, after: &Picture) -> u64 {
    for nth in 1.. {
        let at = format!("{}:{nth}", step.as_str());
        let mut server = scene.start(&[("INNKEEPER_KILL_AT", &at)]);
        if let Some(answer) = call.make(&server) {
            assert_eq!(answer["metadata"]["result"], 1, "{at}: {answer}");
            Picture::of(&server).assert_is(after, &format!("{at} is not reached"));
            return nth - 1;
        }
        server.wait();
        server.start_again();
        // What was committed is made whole, what was not has not been.
        let is_made = step >= Step::Committed;
        let expected = if is_made { after } else { before };
        Picture::of_settled(&server).assert_is(expected, &format!("killed at {at}"));
        scene::look(&server, expected);
        call.repeat(&server, is_made);
        if !is_made {
            Picture::of(&server).assert_is(after, &format!("made again after {at}"));
        }
    }
    unreachable!("a number ended")
}

#[test]
fn createacct() {
    let form = &[
        ("username", "nora"),
        ("domain", "nora.test"),
        ("password", PASSWORD),
        ("owner", "rita"),
        ("contactemail", "nora@mail.test"),
    ];
    let call = Call { function: "createacct", form, made: Some("already has a user “nora”") };
    kill_everywhere(&call, &Scene::set());
}

#[test]
fn removeacct() {
    let form = &[("username", "bert")];
    let call = Call { function: "removeacct", form, made: Some("There is no account “bert”") };
    kill_everywhere(&call, &Scene::set());
}

#[test]
fn passwd_of_an_account() {
    let form = &[("user", "bert"), ("password", NEW)];
    kill_everywhere(&Call { function: "passwd", form, made: None }, &Scene::set());
}

#[test]
fn passwd_of_a_reseller() {
    let form = &[("user", "rita"), ("password", NEW)];
    kill_everywhere(&Call { function: "passwd", form, made: None }, &Scene::set());
}

#[test]
fn forcepasswordchange() {
    let form = &[("users_json", r#"{"anna":1,"bert":1,"rita":1}"#)];
    kill_everywhere(&Call { function: "forcepasswordchange", form, made: None }, &Scene::set());
}

#[test]
fn modifyacct_of_the_user() {
    let form = &[("user", "rita"), ("newuser", "rosa")];
    let call = Call { function: "modifyacct", form, made: Some("There is no account “rita”") };
    kill_everywhere(&call, &Scene::set());
}

#[test]
fn modifyacct_of_the_domain() {
    let form = &[("user", "bert"), ("DNS", "moved.test")];
    kill_everywhere(&Call { function: "modifyacct", form, made: None }, &Scene::set());
}

#[test]
fn suspendacct() {
    let form = &[("user", "bert"), ("reason", "unpaid")];
    kill_everywhere(&Call { function: "suspendacct", form, made: None }, &Scene::set());
}

#[test]
fn unsuspendacct() {
    let scene = Scene::set_with(|server| {
        server.data_of("suspendacct", &[("user", "bert")]);
    });
    let form = &[("user", "bert")];
    kill_everywhere(&Call { function: "unsuspendacct", form, made: None }, &scene);
}

#[test]
fn changepackage() {
    let form = &[("user", "bert"), ("pkg", "gold")];
    kill_everywhere(&Call { function: "changepackage", form, made: None }, &Scene::set());
}

#[test]
fn editquota() {
    let form = &[("user", "bert"), ("quota", "500")];
    kill_everywhere(&Call { function: "editquota", form, made: None }, &Scene::set());
}

/// The steps that a completion has.
const APPLYING: std::ops::RangeInclusive<Step> = Step::BeforeUser..=Step::AfterSite;

/// A start that completes what another left open may be killed as well.
#[test]
fn a_completion_that_is_killed_is_made_by_the_next() {
    let scene = Scene::set();
    let calls = [
        Call {
            function: "createacct",
            form: &[("username", "nora"), ("domain", "nora.test"), ("password", PASSWORD)],
            made: None,
        },
        Call { function: "removeacct", form: &[("username", "bert")], made: None },
        Call {
            function: "modifyacct",
            form: &[("user", "rita"), ("newuser", "rosa"), ("DNS", "moved.test")],
            made: None,
        },
    ];
    for call in calls {
        let server = scene.start(&[]);
        call.make_well(&server);
        let after = Picture::of(&server);
        drop(server);
        let mut server = scene.start(&[("INNKEEPER_KILL_AT", Step::Committed.as_str())]);
        assert!(call.make(&server).is_none());
        for step in Step::ALL.iter().filter(|step| APPLYING.contains(step)) {
            let environment = [("INNKEEPER_KILL_AT", step.as_str())];
            let died = server.try_start_again_with(&environment);
            assert!(died.is_err(), "{} at {step:?}: the start lived", call.function);
        }
        server.start_again();
        Picture::of_settled(&server).assert_is(&after, call.function);
        scene::look(&server, &after);
    }
}
