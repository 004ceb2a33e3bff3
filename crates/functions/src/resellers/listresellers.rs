//! `listresellers`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UserName, records::ResellerRecord};

/// Lists the resellers.
#[derive(Debug, Input)]
pub struct Params {}

/// The resellers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Their usernames, in order.
    pub reseller: Vec<UserName>,
}

/// See [`Params`].
pub struct Listresellers;

impl Function for Listresellers {
    const NAME: &'static str = "listresellers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let rows: Vec<ResellerRecord> = cx.host.store.read()?.matching(Vec::new())?;
        Ok(Reply { reseller: rows.into_iter().map(|row| row.name).collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn root_sees_them_all_and_a_reseller_none() {
        let world = World::new().account("alice", "root");
        assert_eq!(world.data("root", "listresellers", &[]), json!({"reseller": []}));
        let world = world.reseller("dave", &[]).reseller("carol", &[Acl::ListAccts]);
        assert_eq!(
            world.data("root", "listresellers", &[]),
            json!({"reseller": ["carol", "dave"]})
        );
        let denied = world.call("carol", "listresellers", &[]).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
    }
}
