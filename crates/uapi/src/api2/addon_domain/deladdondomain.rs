//! `AddonDomain::deladdondomain`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};

use crate::{
    addon_domain::deladdondomain as twin,
    api2::outcome::{Outcome, done},
};

/// Remove an addon domain and the subdomain it is parked on.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `label_rootdomain`, or the subdomain's whole name.
    pub subdomain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Deladdondomain;

impl Function for Deladdondomain {
    const NAME: &'static str = "deladdondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { domain, subdomain, disallowdot } = params;
        let reason = format!("{domain} was successfully removed");
        twin::Deladdondomain::run(cx, twin::Params { domain, subdomain, disallowdot })?;
        Ok(done(reason))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn what_is_not_ones_own_is_refused_by_its_parameter() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "bob.test"), ("subdomain", "x_alice.test")];
        let said = world.api2("alice", "AddonDomain", "deladdondomain", &form).unwrap_err();
        assert!(said.to_string().starts_with("domain: "), "{said}");
    }
}
