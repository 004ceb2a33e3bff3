//! `SubDomain::delsubdomain`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{Outcome, done},
    sub_domain::delsubdomain as twin,
};

/// Remove a subdomain.
#[derive(Input)]
pub struct Params {
    /// Its whole name, or `label_rootdomain`.
    pub domain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Delsubdomain;

impl Function for Delsubdomain {
    const NAME: &'static str = "delsubdomain";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { domain, disallowdot } = params;
        let reason = format!("The subdomain {} has been removed.", domain.replacen('_', ".", 1));
        twin::Delsubdomain::run(cx, twin::Params { domain, disallowdot })?;
        Ok(done(reason))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_subdomain_goes_by_its_key() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "a"), ("rootdomain", "alice.test")];
        world.api2("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let form = [("domain", "a_alice.test")];
        let data = world.api2("alice", "SubDomain", "delsubdomain", &form).unwrap().data;
        assert_eq!(data[0]["reason"], "The subdomain a.alice.test has been removed.");
        assert!(world.api2("alice", "SubDomain", "delsubdomain", &form).is_err());
    }
}
