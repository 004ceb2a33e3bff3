//! `DNS::mass_edit_zone`

use api::{Cx, DomainName, Effect, Function, Input, JsonText, Needs, Output, Result, Value, reply};

/// Add, edit and remove many records of a zone in one call.
#[derive(Input)]
pub struct Params {
    /// Serial of the zone at present (SOA); another value fails the call.
    pub serial: i64,
    /// A zone of the account.
    pub zone: DomainName,
    /// Repeatable. JSON object: dname, ttl, `record_type`, data (array of strings, by type).
    pub add: Option<JsonText<Value>>,
    /// Repeatable. As add, and `line_index` (0-based first line of the record).
    pub edit: Option<JsonText<Value>>,
    /// Repeatable. `line_index` (0-based) of a record to remove.
    pub remove: Option<i64>,
}

/// What `mass_edit_zone` answers.
#[derive(Output)]
pub struct Reply {
    /// The new serial.
    pub new_serial: i64,
}

/// See [`Params`].
pub struct MassEditZone;

impl Function for MassEditZone {
    const NAME: &'static str = "mass_edit_zone";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
