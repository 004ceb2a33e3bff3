//! `php_get_old_fpm_flag`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Tells whether an old PHP-FPM setup exists.
#[derive(Input)]
pub struct Params;

/// What `php_get_old_fpm_flag` answers.
#[derive(Output)]
pub struct Reply {
    /// The old FPM flag.
    pub old_fpm_flag: i64,
}

/// See [`Params`].
pub struct PhpGetOldFpmFlag;

impl Function for PhpGetOldFpmFlag {
    const NAME: &'static str = "php_get_old_fpm_flag";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
