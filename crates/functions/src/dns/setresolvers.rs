//! `setresolvers`

use std::net::IpAddr;

use api::{
    Cx, Effect, Error, Function, Input, Legacy, Needs, Param, Result, Type, form::one,
    records::Setting,
};

use crate::domain::{
    change::{Change, OnFailure},
    dns::servers,
};

/// Sets the nameservers that the server asks when it looks up names.
#[derive(Debug, Input)]
pub struct Params {
    /// The first to ask.
    pub nameserver1: IpAddr,
    /// The one to ask where the first is silent.
    pub nameserver2: IpAddr,
    /// The one to ask after that.
    #[param(default = "")]
    pub nameserver3: Third,
}

/// An address, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Third(Option<IpAddr>);

impl From<&str> for Third {
    fn from(text: &str) -> Self {
        Self(text.parse().ok())
    }
}

impl Param for Third {
    const TYPE: Type = Type::Ip;
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            "" => Ok(Self(None)),
            text => IpAddr::read(&[text]).map(Some).map(Self),
        }
    }
}

/// See [`Params`].
pub struct Setresolvers;

impl Function for Setresolvers {
    const NAME: &'static str = "setresolvers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let given = [Some(params.nameserver1), Some(params.nameserver2), params.nameserver3.0];
        let mut change = Change::begin(cx)?;
        for (place, (setting, server)) in servers::RESOLVERS.iter().zip(given).enumerate() {
            if let Some(server) = server {
                check(&format!("nameserver{}", place + 1), server)?;
            }
            let value = server.map_or_else(String::new, |server| server.to_string());
            change.save(&Setting { name: (*setting).to_owned(), value })?;
        }
        change.commit(OnFailure::Undo)?;
        let set: Vec<_> = given.iter().flatten().map(ToString::to_string).collect();
        cx.message(format!("Names are looked up at {} from now on.", set.join(", ")));
        cx.reason("Your resolvers have been setup!");
        Ok(())
    }
}

/// The server itself would be asked what it asks.
fn check(param: &str, server: IpAddr) -> Result<()> {
    if server.is_loopback() || server.is_unspecified() || server.is_multicast() {
        return Err(Error::param(param, format!("“{server}” is no other host's address.")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_resolvers_that_are_set_are_asked() {
        let world = World::new();
        let ask = || world.call("root", "resolvedomainname", &[("domain", "asked.test")]);
        assert!(ask().is_err());
        let form = [("nameserver1", "192.0.2.1"), ("nameserver2", "2001:db8::1")];
        let answer = world.call("root", "setresolvers", &form).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Your resolvers have been setup!");
        assert_eq!(answer.notes.messages.len(), 1);
        assert_eq!(ask().unwrap().data["ip"], "192.0.2.1");
    }

    #[test]
    fn ourselves_we_do_not_ask() {
        let world = World::new().reseller("bob", &[Acl::NsConfig]);
        for (place, wrong) in [(0, "127.0.0.1"), (1, "::1"), (2, "0.0.0.0"), (2, "x"), (0, "")] {
            let mut form =
                [("nameserver1", "192.0.2.1"), ("nameserver2", "192.0.2.2"), ("nameserver3", "")];
            form[place].1 = wrong;
            let said = world.refusal("root", "setresolvers", &form);
            assert!(said.starts_with(&format!("nameserver{}: ", place + 1)), "{said}");
        }
        assert!(world.call("bob", "setresolvers", &[]).is_err());
        let ask = world.call("root", "resolvedomainname", &[("domain", "asked.test")]);
        assert!(ask.is_err(), "nothing was set");
    }
}
