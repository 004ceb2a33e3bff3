//! `DNS::parse_zone`

use api::{Cx, DomainName, Effect, Function, Input, List, Needs, Result};
use functions::domain::dns::{
    access,
    parsed::{self, Line},
};

/// Gives the lines of a zone of the account as records, comments and controls, their bytes in
/// Base64.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub zone: DomainName,
}

/// See [`Params`].
pub struct ParseZone;

impl Function for ParseZone {
    const NAME: &'static str = "parse_zone";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = List<Line>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        Ok(List::Ready(parsed::lines(&access::zone(cx, &params.zone)?)?))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_list_is_the_data_and_only_ones_own() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("zone", "alice.test")];
        let told = world.uapi_data("alice", "DNS", "parse_zone", &form);
        assert_eq!((&told[2]["line_index"], &told[2]["record_type"]), (&json!(2), &json!("SOA")));
        let same = world.data("root", "parse_dns_zone", &form);
        assert_eq!(told, same["payload"]);
        let said = world.uapi_refusal("bob", "DNS", "parse_zone", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}
