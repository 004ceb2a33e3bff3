//! `terminatereseller`

use api::{
    Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName,
    records::AccountRecord,
};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{
        self, departure,
        termination::{self, Outcome},
    },
};

/// Removes all accounts of a reseller with all that is theirs, and with `terminatereseller` the
/// reseller too. What is removed is removed: where the call breaks off, the same call goes on. An
/// account that may not be removed, as one that owns others, is left and says why.
#[derive(Debug, Input)]
pub struct Params {
    /// 1: remove the reseller's own account too.
    pub terminatereseller: Flag,
    /// The reseller.
    pub user: UserName,
}

/// The accounts.
#[derive(Debug, Output)]
pub struct Reply {
    /// What became of each account.
    pub acct: Vec<Removal>,
}

/// What became of an account.
#[derive(Debug, Output)]
pub struct Removal {
    /// The log.
    pub output: Log,
    /// What was done, or why not.
    pub reason: String,
    /// Whether it is removed.
    pub result: Flag,
    /// The account.
    pub user: UserName,
}

/// A log.
#[derive(Debug, Output)]
pub struct Log {
    /// Its text.
    pub raw: String,
}

/// See [`Params`].
pub struct Terminatereseller;

impl Function for Terminatereseller {
    const NAME: &'static str = "terminatereseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let itself = params.terminatereseller.0;
        let tx = cx.host.store.read()?;
        let name = resellers::find_another(cx, &*tx, &params.user)?.name;
        let has_account = tx.find::<AccountRecord>(&[(&name).into()])?.is_some();
        drop(tx);
        let names = termination::accounts(cx, &name, itself)?;
        let mut outcomes = termination::remove(cx, &names)?;
        if itself && !has_account {
            outcomes.push(remove_login(cx, name)?);
        }
        Ok(Reply { acct: outcomes.into_iter().map(Removal::from).collect() })
    }
}

/// One who is nothing but a reseller has no account to remove.
fn remove_login(cx: &Cx<'_>, name: UserName) -> Result<Outcome> {
    let mut change = Change::begin(cx)?;
    let problem = match departure::write(cx, &mut change, &name) {
        Ok(()) => change.commit(OnFailure::Undo).map(|()| None)?,
        Err(problem) => Some(problem),
    };
    Ok(Outcome { name, problem })
}

impl From<Outcome> for Removal {
    fn from(outcome: Outcome) -> Self {
        let Outcome { name: user, problem } = outcome;
        let done = format!("{user} account removed");
        let reason = problem.as_ref().map_or(done, ToString::to_string);
        let raw = match problem {
            None => {
                format!("The user “{user}”, the home directory, sites and zones were removed.\n")
            }
            Some(_) => String::new(),
        };
        Self { output: Log { raw }, reason, result: Flag(problem.is_none()), user }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use api::{
        Acl, Rank, UserName,
        records::{AccountCount, AccountRecord, Login, is},
    };
    use serde_json::json;

    use crate::{domain::apply, testing::World};

    fn world(world: World) -> World {
        world
            .account("carol", "root")
            .reseller("carol", &[Acl::ListAccts])
            .account("alice", "carol")
            .account("bob", "carol")
            .account("dora", "root")
    }

    fn remove(world: &World, itself: &str) -> Vec<(String, i64, String)> {
        let form = [("user", "carol"), ("terminatereseller", itself), ("verify", "I am sure")];
        let data = world.data("root", "terminatereseller", &form);
        let text = |value: &api::Value| value.as_str().unwrap().to_owned();
        let rows = data["acct"].as_array().unwrap().iter();
        rows.map(|row| (text(&row["user"]), row["result"].as_i64().unwrap(), text(&row["reason"])))
            .collect()
    }

    #[test]
    fn the_accounts_go_and_the_reseller_stays_unless_asked() {
        let world = world(World::new());
        let removed = |name: &str| (name.to_owned(), 1, format!("{name} account removed"));
        assert_eq!(remove(&world, "0"), [removed("alice"), removed("bob")]);
        assert_eq!(world.caller("carol").rank, Rank::Reseller);
        assert!(world.machine.site("alice.test").unwrap().is_none());
        assert_eq!(remove(&world, "0"), []);
        assert_eq!(remove(&world, "1"), [removed("carol")]);
        assert_eq!(world.caller("carol").rank, Rank::Account);
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<AccountRecord>(&[]).unwrap(), 1);
        let count: AccountCount = tx.first(vec![is("owner", "carol")]).unwrap().unwrap();
        assert_eq!(count.accounts, 0);
        drop(tx);
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn more_than_one_part_goes_in_one_call() {
        let mut world = World::new().account("carol", "root").reseller("carol", &[]);
        for number in 0..120 {
            world = world.plant_account(&format!("user{number}"), "carol");
        }
        let rows = remove(&world, "1");
        assert_eq!(rows.len(), 121);
        assert!(rows.iter().all(|(_, result, _)| *result == 1), "{rows:?}");
        assert_eq!(rows.last().unwrap().0, "carol");
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<AccountRecord>(&[]).unwrap(), 0);
        drop(tx);
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn one_that_owns_others_is_left_with_its_owner() {
        let world = world(World::new()).reseller("bob", &[]).account("eve", "bob");
        let rows = remove(&world, "1");
        let results: Vec<_> =
            rows.iter().map(|(user, result, _)| (user.as_str(), *result)).collect();
        assert_eq!(results, [("alice", 1), ("bob", 0), ("carol", 0)]);
        assert!(rows[1].2.contains("owns 1 other accounts"), "{rows:?}");
        assert_eq!(world.record("eve").owner.as_str(), "bob");
        assert_eq!(world.caller("carol").rank, Rank::Reseller);
    }

    #[test]
    fn what_the_host_did_not_do_yet_says_so_and_is_done_later() {
        let (broken, outage) = World::with_outage();
        let broken = world(broken);
        outage.away.store(true, Ordering::SeqCst);
        let rows = remove(&broken, "0");
        assert_eq!(rows.len(), 2);
        for (_, result, reason) in &rows {
            assert!(*result == 0 && reason.contains("will be completed"), "{reason}");
        }
        assert_eq!(remove(&broken, "0"), []);
        outage.away.store(false, Ordering::SeqCst);
        assert_eq!(apply::open_entries(&broken.host).unwrap().0, 1);
        assert!(apply::drift(&broken.host).unwrap().is_empty());
    }

    #[test]
    fn one_without_an_account_goes_too_and_nobody_goes_by_their_own_hand() {
        let world = World::new();
        let form = [("username", "carol"), ("reseller", "1"), ("reseller_without_domain", "1")];
        world.call("root", "createacct", &form).unwrap();
        let world = world.account("alice", "carol").account("dave", "carol");
        let world = world.reseller("dave", &[Acl::All]);
        let own = [("user", "dave"), ("terminatereseller", "1")];
        let said = world.refusal("dave", "terminatereseller", &own);
        assert_eq!(said, "user: nobody may do this to themselves.");
        let form = [("user", "carol"), ("terminatereseller", "1")];
        let data = world.data("dave", "terminatereseller", &form);
        let results = |row: &api::Value| json!([row["user"], row["result"]]);
        let rows: Vec<_> = data["acct"].as_array().unwrap().iter().map(results).collect();
        assert_eq!(rows, [json!(["alice", 1]), json!(["dave", 0]), json!(["carol", 0])]);
        world.call("root", "modifyacct", &[("user", "dave"), ("owner", "root")]).unwrap();
        world.call("root", "terminatereseller", &form).unwrap();
        let carol: UserName = "carol".parse().unwrap();
        let tx = world.host.store.read().unwrap();
        assert!(tx.first::<Login>(vec![is("name", &carol)]).unwrap().is_none());
    }

    #[test]
    fn the_flag_and_a_reseller_are_needed() {
        let world = world(World::new());
        let refusal = |by, form: &[_]| world.refusal(by, "terminatereseller", form);
        assert_eq!(refusal("root", &[("user", "carol")]), "terminatereseller: is required");
        let alice = [("user", "alice"), ("terminatereseller", "1")];
        assert_eq!(refusal("root", &alice), "There is no reseller “alice”.");
        let own = [("user", "carol"), ("terminatereseller", "0")];
        assert_eq!(refusal("carol", &own), "The gate refused.");
        assert_eq!(world.record("alice").owner.as_str(), "carol");
    }
}
