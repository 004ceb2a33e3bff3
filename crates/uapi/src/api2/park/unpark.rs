//! `Park::unpark`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{Outcome, done, line},
    park::unpark as twin,
};

/// Remove the alias of a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct Unpark;

impl Function for Unpark {
    const NAME: &'static str = "unpark";
    const NEEDS: Needs = Needs::Features(&["parkeddomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let reason = format!("{} was successfully unparked", params.domain);
        let asked = twin::Params { domain: params.domain, subdomain: None };
        line(twin::Unpark::run(cx, asked))?;
        Ok(done(reason))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_main_domain_is_no_alias() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "alice.test")];
        let said = world.api2("alice", "Park", "unpark", &form).unwrap_err().to_string();
        assert_eq!(said, "Sorry, you do not control the domain alice.test\n");
    }
}
