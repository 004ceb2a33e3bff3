//! `myprivs`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, legacy::Reshape};

/// Gives the privileges of this call: the caller's, or those of them that the token has.
#[derive(Debug, Input)]
pub struct Params {}

/// The privileges.
#[derive(Debug, Output)]
pub struct Reply {
    /// One object: each privilege with 1 or 0.
    pub privileges: Vec<BTreeMap<Acl, Flag>>,
}

/// See [`Params`].
pub struct MyPrivs;

impl Function for MyPrivs {
    const NAME: &'static str = "myprivs";
    const NEEDS: Needs = Needs::Login;
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy =
        Legacy::BARE.of(Reshape::First("privileges")).renaming(&[("privileges", "privs")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let has = |acl: &Acl| (*acl, Flag(cx.caller.acls.grants(*acl)));
        Ok(Reply { privileges: vec![Acl::ALL.iter().map(has).collect()] })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn a_token_has_what_it_was_given_of_its_owners() {
        let world = World::new().reseller("bob", &[Acl::ListAccts, Acl::Passwd]);
        let own = &world.data("bob", "myprivs", &[])["privileges"][0];
        assert_eq!((&own["list-accts"], &own["all"]), (&1.into(), &0.into()));
        assert_eq!(own.as_object().unwrap().len(), Acl::ALL.len());
        let token = world.token_caller("bob", &[Acl::ListAccts, Acl::All]);
        let held = world.call_as(&token, "myprivs", &[]).unwrap().data["privileges"][0].clone();
        assert_eq!((&held["list-accts"], &held["passwd"]), (&1.into(), &1.into()));
        let token = world.token_caller("bob", &[Acl::ListAccts]);
        let held = world.call_as(&token, "myprivs", &[]).unwrap().data["privileges"][0].clone();
        assert_eq!((&held["list-accts"], &held["passwd"]), (&1.into(), &0.into()));
    }
}
