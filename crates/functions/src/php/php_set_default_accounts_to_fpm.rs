//! `php_set_default_accounts_to_fpm`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Sets whether new accounts and domains get PHP-FPM.
#[derive(Input)]
pub struct Params {
    /// The default accounts to FPM flag: 0 or 1.
    pub default_accounts_to_fpm: Flag,
}

/// See [`Params`].
pub struct PhpSetDefaultAccountsToFpm;

impl Function for PhpSetDefaultAccountsToFpm {
    const NAME: &'static str = "php_set_default_accounts_to_fpm";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
