//! `convert_and_migrate_from_legacy_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Move the server from legacy backups to backups.
#[derive(Input)]
pub struct Params {
    /// No convert: text says 1 converts and 0 does not, against the name.
    #[param(default = 0)]
    pub no_convert: Flag,
}

/// See [`Params`].
pub struct ConvertAndMigrateFromLegacyConfig;

impl Function for ConvertAndMigrateFromLegacyConfig {
    const NAME: &'static str = "convert_and_migrate_from_legacy_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
