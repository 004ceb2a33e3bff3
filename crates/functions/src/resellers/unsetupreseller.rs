//! `unsetupreseller`

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{self, departure},
};

/// Takes from a user the standing of a reseller: the privileges, the limits, the sessions and API
/// tokens of WHM. The account stays, and so do the accounts that it owns; packages and feature lists
/// become root's.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
}

/// See [`Params`].
pub struct Unsetupreseller;

impl Function for Unsetupreseller {
    const NAME: &'static str = "unsetupreseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find_another(cx, change.tx(), &params.user)?;
        departure::write(cx, &mut change, &reseller.name)?;
        change.commit(OnFailure::Undo)?;
        cx.reason(format!("{} is no reseller any more.", reseller.name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Rank, UserName,
        records::{Login, ResellerLimits, is},
    };

    use crate::testing::World;

    #[test]
    fn the_accounts_stay_and_nothing_is_left_for_the_next_time() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::All])
            .account("alice", "carol");
        world.call("carol", "addpkg", &[("name", "carol_gold")]).unwrap();
        let form = [("user", "carol"), ("enable_account_limit", "1"), ("account_limit", "5")];
        world.call("root", "setresellerlimits", &form).unwrap();
        world.call("carol", "api_token_create", &[("token_name", "t")]).unwrap();
        world.call("root", "unsetupreseller", &[("user", "carol")]).unwrap();
        assert_eq!(world.caller("carol").rank, Rank::Account);
        assert_eq!(world.record("alice").owner.as_str(), "carol");
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<ResellerLimits>(&[]).unwrap(), 0);
        drop(tx);
        world.call("root", "setupreseller", &[("user", "carol")]).unwrap();
        assert!(!world.caller("carol").acls.contains(Acl::All));
        let tokens = world.data("carol", "api_token_list", &[]);
        assert!(tokens["tokens"].as_object().is_none_or(serde_json::Map::is_empty), "{tokens}");
    }

    #[test]
    fn one_without_an_account_goes_and_may_own_none() {
        let world = World::new();
        let form = [("username", "dave"), ("reseller", "1"), ("reseller_without_domain", "1")];
        world.call("root", "createacct", &form).unwrap();
        let world = world.account("bob", "dave");
        let said = world.refusal("root", "unsetupreseller", &[("user", "dave")]);
        assert!(said.contains("has no account and owns 1"), "{said}");
        world.call("root", "removeacct", &[("user", "bob")]).unwrap();
        world.call("root", "unsetupreseller", &[("user", "dave")]).unwrap();
        let dave: UserName = "dave".parse().unwrap();
        let tx = world.host.store.read().unwrap();
        assert!(tx.first::<Login>(vec![is("name", &dave)]).unwrap().is_none());
    }

    #[test]
    fn who_is_no_reseller_is_unknown_and_nobody_takes_it_from_themselves() {
        let world = World::new().account("alice", "root").reseller("dave", &[Acl::All]);
        let refusal = |by, user| world.refusal(by, "unsetupreseller", &[("user", user)]);
        assert_eq!(refusal("root", "alice"), "There is no reseller “alice”.");
        assert_eq!(refusal("root", "root"), "There is no reseller “root”.");
        assert_eq!(refusal("dave", "dave"), "user: nobody may do this to themselves.");
        assert_eq!(world.caller("dave").rank, Rank::Reseller);
    }
}
