//! `php_get_default_accounts_to_fpm`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether new accounts and domains get PHP-FPM.
#[derive(Input)]
pub struct Params;

/// What `php_get_default_accounts_to_fpm` answers.
#[derive(Output)]
pub struct Reply {
    /// The default accounts to FPM flag: 0 or 1.
    pub default_accounts_to_fpm: Flag,
}

/// See [`Params`].
pub struct PhpGetDefaultAccountsToFpm;

impl Function for PhpGetDefaultAccountsToFpm {
    const NAME: &'static str = "php_get_default_accounts_to_fpm";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
