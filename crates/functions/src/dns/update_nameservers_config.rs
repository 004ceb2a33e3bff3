//! `update_nameservers_config`

use api::{
    Cx, DomainName, Effect, Error, Function, Input, Needs, Param, Result, Type, form::one,
    records::Setting,
};

use crate::domain::{
    change::{Change, OnFailure},
    dns::servers,
};

/// Sets the nameservers of new zones. What is not given stays; an empty one is taken away.
#[derive(Debug, Input)]
pub struct Params {
    /// The primary nameserver.
    pub nameserver: Option<Name>,
    /// The second.
    pub nameserver2: Option<Name>,
    /// The third.
    pub nameserver3: Option<Name>,
    /// The fourth.
    pub nameserver4: Option<Name>,
}

/// The name of a nameserver, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(Option<DomainName>);

impl Param for Name {
    const TYPE: Type = Type::Domain;
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            "" => Ok(Self(None)),
            name => name.parse().map(Some).map(Self),
        }
    }
}

/// See [`Params`].
pub struct UpdateNameserversConfig;

impl Function for UpdateNameserversConfig {
    const NAME: &'static str = "update_nameservers_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let Params { nameserver, nameserver2, nameserver3, nameserver4 } = params;
        let mut change = Change::begin(cx)?;
        let given = [nameserver, nameserver2, nameserver3, nameserver4];
        for (setting, name) in servers::NAMESERVERS.iter().zip(given) {
            if let Some(Name(name)) = name {
                let value = name.map_or_else(String::new, |name| name.to_string());
                change.save(&Setting { name: (*setting).to_owned(), value })?;
            }
        }
        if servers::nameservers(cx.host, change.tx())?.is_empty() {
            return Err(Error::param("nameserver", "one nameserver must be left"));
        }
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn new_zones_have_the_nameservers_that_are_set() {
        let world = World::new();
        let form = [
            ("nameserver", "ns1.host.test"),
            ("nameserver2", ""),
            ("nameserver4", "ns4.host.test"),
        ];
        world.data("root", "update_nameservers_config", &form);
        let world = world.account("anna", "root");
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let servers: Vec<_> =
            zone.lines.iter().filter(|line| line.kind == "NS").map(|line| &line.value).collect();
        assert_eq!(servers, ["ns1.host.test.", "ns4.host.test."]);
        assert_eq!(zone.soa.primary, "ns1.host.test");
    }

    #[test]
    fn one_must_be_left_and_names_be_sound() {
        let world = World::new().reseller("bob", &[Acl::NsConfig]);
        for form in [&[("nameserver", ""), ("nameserver2", "")][..], &[("nameserver", "a b")]] {
            assert!(
                world
                    .refusal("root", "update_nameservers_config", form)
                    .starts_with("nameserver: ")
            );
        }
        assert!(world.call("bob", "update_nameservers_config", &[]).is_err());
        let told = world.data("root", "get_nameserver_config", &[]);
        assert_eq!(told, json!({"nameservers": ["ns1.example.test", "ns2.example.test"]}));
    }
}
