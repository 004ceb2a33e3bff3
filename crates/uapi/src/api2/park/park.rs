//! `Park::park`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::domains::{Domains, aliases};

use crate::{
    api2::outcome::{Outcome, done, line},
    park::park as twin,
};

/// Park a domain on the primary domain or on a subdomain of it.
#[derive(Input)]
pub struct Params {
    /// The domain; a leading `www.` is dropped.
    pub domain: DomainName,
    /// The subdomain of the primary domain to park on, by its label or its whole name; default the
    /// primary domain.
    pub topdomain: Option<String>,
}

/// See [`Params`].
pub struct Park;

impl Function for Park {
    const NAME: &'static str = "park";
    const NEEDS: Needs = Needs::Features(&["parkeddomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let domain = aliases::bare(&params.domain);
        let topdomain = params.topdomain.clone().unwrap_or_default().to_ascii_lowercase();
        let (disallowdot, force) = (Flag(false), Flag(false));
        let Params { domain: given, topdomain: top } = params;
        let asked = twin::Params { domain: given, topdomain: top, disallowdot, force };
        line(twin::Park::run(cx, asked))?;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domains = Domains::of(&*tx, account.name())?;
        let site = &aliases::site(&domains, &topdomain, true)?.name;
        Ok(done(format!("{domain} was successfully parked on top of {site}")))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    fn world() -> World {
        World::new().account("alice", "root").account("bob", "root").with_account(
            "alice",
            |account| {
                account.max_addons = api::Limit::of(2);
                account.max_parked = api::Limit::of(2);
            },
        )
    }

    #[test]
    fn the_texts_are_those_that_clients_read() {
        let world = world();
        let call = |user: &str, function: &str, form: &[(&str, &str)]| {
            world.api2(user, "Park", function, form)
        };
        let form = [("domain", "alias.example")];
        let data = call("alice", "park", &form).unwrap().data;
        let reason = "alias.example was successfully parked on top of alice.test";
        assert_eq!((&data[0]["result"], &data[0]["reason"]), (&1.into(), &reason.into()));
        let said = call("alice", "park", &form).unwrap_err().to_string();
        assert_eq!(said, "alias.example is already configured.\n");
        let said = call("bob", "unpark", &form).unwrap_err().to_string();
        assert_eq!(said, "Sorry, you do not control the domain alias.example\n");
        let data = call("alice", "unpark", &form).unwrap().data;
        assert_eq!(data[0]["reason"], "alias.example was successfully unparked");
    }
}
