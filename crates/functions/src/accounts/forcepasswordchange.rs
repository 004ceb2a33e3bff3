//! `forcepasswordchange`

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, JsonText, Needs, OneOrZero, Ordered, Output,
    Result, UserName,
    records::{Cell, LoginKind, MOST_VALUES, TokenRecord, Tx, Where},
};

use crate::domain::{
    accounts::rights::{self, KnownLogin},
    change::{Change, OnFailure},
    forced,
};

/// Makes users choose a new password at their next login. Until then their sessions and passwords
/// open nothing but the page where they choose it.
#[derive(Debug, Input)]
pub struct Params {
    /// The users to flag, each with 1: `{"anna":1,"bert":1}`. Those with 0 stay as they are.
    pub users_json: JsonText<Ordered<OneOrZero>>,
    /// 1: stop at the first user who cannot be flagged; those before stay flagged.
    #[param(default = 0)]
    pub stop_on_failure: Flag,
}

/// Who was flagged.
#[derive(Debug, Output)]
pub struct Reply {
    /// The users who must now choose a new password, in the order given.
    pub updated: Vec<UserName>,
}

/// See [`Params`].
pub struct ForcePasswordChange;

impl Function for ForcePasswordChange {
    const NAME: &'static str = "forcepasswordchange";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Passwd]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    /// All in one transaction, and one journal entry for all.
    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let users = params.users_json.0.0;
        if users.is_empty() {
            return Err(Error::param("users_json", "names no user."));
        }
        let wanted: Vec<UserName> =
            users.into_iter().filter(|(_, on)| on.0).map(|(name, _)| name).collect();
        let mut change = Change::begin(cx)?;
        let (logins, failure) = choose(cx, change.tx(), &wanted, params.stop_on_failure.0)?;
        flag(&mut change, &logins)?;
        let tokens = tokens(change.tx(), &logins)?;
        change.commit(OnFailure::Forward)?;
        if tokens > 0 {
            cx.warn(said_of_tokens(cx, tokens));
        }
        let updated: Vec<UserName> = logins.into_iter().map(|login| login.name).collect();
        match failure {
            None => Ok(Reply { updated }),
            Some(problem) => Err(stopped(&problem, &updated)),
        }
    }
}

/// The logins that may be flagged; with `stop`, those before the first that may not, and why.
fn choose(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    wanted: &[UserName],
    stop: bool,
) -> Result<(Vec<KnownLogin>, Option<Error>)> {
    let mut chosen = Vec::new();
    for login in rights::logins(cx, tx, wanted)? {
        match login.and_then(not_root) {
            Ok(login) => chosen.push(login),
            Err(problem) if stop => return Ok((chosen, Some(problem))),
            Err(problem) => cx.warn(problem.to_string()),
        }
    }
    Ok((chosen, None))
}

fn not_root(login: KnownLogin) -> Result<KnownLogin> {
    if login.kind == LoginKind::Root {
        return Err(Error::denied("users_json: root cannot be made to change the password."));
    }
    Ok(login)
}

/// Flags them, by a statement for each kind and not one by one. Where all were flagged before, the
/// host is told again.
fn flag(change: &mut Change<'_>, logins: &[KnownLogin]) -> Result<()> {
    for kind in [LoginKind::Account, LoginKind::Reseller] {
        let some = logins.iter().filter(|login| login.kind == kind);
        let names: Vec<Cell<'_>> = some.map(|login| Cell::from(&login.name)).collect();
        forced::flag(change.tx(), kind, &names)?;
    }
    for login in logins.iter().filter(|login| login.kind == LoginKind::Account) {
        change.touch_expiry(login.name.clone());
    }
    Ok(())
}

/// How many API tokens those users have.
fn tokens(tx: &dyn Tx, logins: &[KnownLogin]) -> Result<u64> {
    let some = logins.chunks(MOST_VALUES).map(|some| {
        let names = some.iter().map(|login| Cell::from(&login.name)).collect();
        tx.count::<TokenRecord>(&[Where::In("user_name", names)])
    });
    some.sum()
}

/// What becomes of API tokens until the change is made: as configured.
fn said_of_tokens(cx: &Cx<'_>, tokens: u64) -> String {
    if cx.host.settings.forced_change_blocks_tokens {
        format!("{tokens} API tokens of these users are refused until then.")
    } else {
        format!("{tokens} API tokens of these users go on working; revoke those that should not.")
    }
}

fn stopped(problem: &Error, updated: &[UserName]) -> Error {
    let done = match updated {
        [] => "Nobody was flagged.".to_owned(),
        [only] => format!("Before it, “{only}” was flagged, and stays so."),
        [.., last] => {
            format!("Before it, {} users up to “{last}” were flagged, and stay so.", updated.len())
        }
    };
    Error::new(problem.kind(), format!("{problem} {done}"))
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, UserName,
        records::{JournalEntry, Login},
    };

    use crate::testing::World;

    fn flagged(world: &World, names: &[&str]) -> Vec<(bool, bool)> {
        let one = |name: &&str| {
            let on_host = world.machine.login(&name.parse().unwrap()).unwrap();
            (world.must_change(name), on_host.is_some_and(|login| login.expired))
        };
        names.iter().map(one).collect()
    }

    #[test]
    fn those_with_1_are_flagged_in_the_order_given() {
        let world =
            World::new().account("zoe", "root").account("amy", "root").account("bob", "root");
        let form = [("users_json", r#"{"zoe":1,"bob":0,"AMY":"1"}"#)];
        assert_eq!(
            world.data("root", "forcepasswordchange", &form)["updated"],
            serde_json::json!(["zoe", "amy"])
        );
        assert_eq!(
            flagged(&world, &["zoe", "amy", "bob"]),
            [(true, true), (true, true), (false, false)]
        );
        assert_eq!(world.data("root", "forcepasswordchange", &form)["updated"][1], "amy");
        let tx = world.host.store.read().unwrap();
        assert!(tx.matching::<JournalEntry>(Vec::new()).unwrap().is_empty());
    }

    #[test]
    fn strangers_and_nobody_are_told_alike_and_the_rest_goes_on() {
        let world = World::new()
            .reseller("carol", &[Acl::Passwd])
            .account("alice", "carol")
            .account("bob", "root")
            .account("dave", "carol")
            .reseller("dave", &[Acl::Ssl]);
        let form = [("users_json", r#"{"bob":1,"ghost":1,"root":1,"dave":1,"alice":1}"#)];
        let answer = world.call("carol", "forcepasswordchange", &form).unwrap();
        assert_eq!(answer.data["updated"], serde_json::json!(["alice"]));
        assert_eq!(
            answer.notes.warnings,
            [
                "There is no account “bob”.",
                "There is no account “ghost”.",
                "There is no account “root”.",
                "user: “dave” has privileges that you have not.",
            ]
        );
        assert_eq!(
            flagged(&world, &["alice", "bob", "dave"]),
            [(true, true), (false, false), (false, false)]
        );
    }

    #[test]
    fn a_stop_keeps_what_was_done_and_says_what() {
        let world = World::new().account("zoe", "root").account("amy", "root");
        let users = r#"{"zoe":1,"ghost":1,"amy":1}"#;
        let form = [("users_json", users), ("stop_on_failure", "1")];
        assert_eq!(
            world.refusal("root", "forcepasswordchange", &form),
            "There is no account “ghost”. Before it, “zoe” was flagged, and stays so."
        );
        assert_eq!(flagged(&world, &["zoe", "amy"]), [(true, true), (false, false)]);
    }

    #[test]
    fn root_is_never_flagged() {
        let world = World::new();
        let tx = world.host.store.write().unwrap();
        tx.put(&Login {
            name: UserName::root(),
            kind: api::records::LoginKind::Root,
            password: "!".to_owned(),
            generation: 1,
            changed: world.host.clock.now(),
            digest_auth: false.into(),
            locked: false.into(),
        })
        .unwrap();
        tx.commit().unwrap();
        let form = [("users_json", r#"{"root":1}"#), ("stop_on_failure", "1")];
        let said = world.refusal("root", "forcepasswordchange", &form);
        assert!(said.contains("root cannot be made"), "{said}");
        assert_eq!(flagged(&world, &["root"]), [(false, false)]);
    }

    #[test]
    fn what_is_no_list_of_users_is_refused_by_name() {
        let world = World::new().account("amy", "root");
        for bad in ["", "{", "[]", "{}", "null", r#"{"amy":2}"#, r#"{"amy":1,"amy":1}"#] {
            let said = world.refusal("root", "forcepasswordchange", &[("users_json", bad)]);
            assert!(said.starts_with("users_json: "), "{bad}: {said}");
        }
        let said = world.refusal("root", "forcepasswordchange", &[]);
        assert_eq!(said, "users_json: is required");
        assert_eq!(flagged(&world, &["amy"]), [(false, false)]);
    }

    #[test]
    fn many_users_cost_one_commit() {
        let (mut world, commits) = World::counting();
        for number in 0..20 {
            world = world.plant_account(&format!("user{number}"), "root");
        }
        commits.take();
        let users: Vec<String> = (0..20).map(|number| format!("\"user{number}\":1")).collect();
        let users = format!("{{{}}}", users.join(","));
        let data = world.data("root", "forcepasswordchange", &[("users_json", users.as_str())]);
        assert_eq!(data["updated"].as_array().unwrap().len(), 20);
        assert_eq!(commits.take(), 1);
        assert_eq!(flagged(&world, &["user0", "user19"]), [(true, true), (true, true)]);
    }
}
