//! `ea4_pre_migrate_check`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, Value, reply};

/// Check whether the server could migrate to `EasyApache` 4 (guess).
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Ea4PreMigrateCheck;

impl Function for Ea4PreMigrateCheck {
    const NAME: &'static str = "ea4_pre_migrate_check";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Value>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
