//! `convert_addon_initiate_conversion`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, UserName, reply};

/// Start converting an addon domain into an account of its own.
#[derive(Input)]
pub struct Params {
    /// The addon domain; becomes the new account's main domain.
    pub domain: DomainName,
    /// Username of the account.
    pub username: UserName,
    /// Database to move; none moved if absent. One or several.
    #[param(family)]
    pub movemysqldb: Vec<String>,
    /// Database user to move; none moved if absent. One or several.
    #[param(family)]
    pub movemysqluser: Vec<String>,
    /// Package of the new account.
    #[param(default = "default")]
    pub pkgname: String,
    /// `copymysqldb-X`: X: existing database name; value: name of the copy in the new account; none
    /// copied if absent.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct ConvertAddonInitiateConversion;

impl Function for ConvertAddonInitiateConversion {
    const NAME: &'static str = "convert_addon_initiate_conversion";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
