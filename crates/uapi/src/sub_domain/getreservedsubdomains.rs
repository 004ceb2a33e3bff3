//! `SubDomain::getreservedsubdomains`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::domains::check;

/// List the subdomain labels that the system keeps for itself.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Getreservedsubdomains;

impl Function for Getreservedsubdomains {
    const NAME: &'static str = "getreservedsubdomains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Ok(check::reserved().map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn what_is_listed_is_refused() {
        let world = World::new().account("alice", "root");
        let reserved = world.uapi_data("alice", "SubDomain", "getreservedsubdomains", &[]);
        let reserved = reserved.as_array().unwrap();
        assert!(reserved.contains(&"www".into()) && reserved.contains(&"webmail".into()));
        for label in reserved {
            let form = [("domain", label.as_str().unwrap()), ("rootdomain", "alice.test")];
            assert!(world.uapi("alice", "SubDomain", "addsubdomain", &form).is_err(), "{label}");
        }
    }
}
