//! `is_alias_available`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, zone::RecordType};

use crate::domain::dns::servers;

/// Tells whether the DNS server takes ALIAS records.
#[derive(Debug, Input)]
pub struct Params {}

/// What `is_alias_available` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it takes them.
    pub alias: Flag,
    /// Whether it takes ANAME records, which no server here does.
    pub aname: Flag,
}

/// See [`Params`].
pub struct IsAliasAvailable;

impl Function for IsAliasAvailable {
    const NAME: &'static str = "is_alias_available";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { alias: servers::takes(RecordType::Alias).into(), aname: Flag(false) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn what_is_told_holds() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "is_alias_available", &[]);
        assert_eq!(told, json!({"alias": 0, "aname": 0}));
        let form =
            [("domain", "anna.test"), ("type", "ALIAS"), ("name", "x"), ("alias", "host.test")];
        assert!(world.refusal("root", "addzonerecord", &form).starts_with("type: "));
    }
}
