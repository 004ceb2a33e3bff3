//! `update_updateconf`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, Word, reply};

/// Changes the update settings file, `/etc/cpupdate.conf`.
#[derive(Input)]
pub struct Params {
    /// A tier or a product version number; absent: unchanged.
    #[param(name = "CPANEL")]
    pub cpanel: Option<String>,
    /// System packages; absent: unchanged.
    #[param(name = "RPMUP")]
    pub rpmup: Option<Rpmup>,
    /// `SpamAssassin` rules; absent: unchanged.
    #[param(name = "SARULESUP")]
    pub sarulesup: Option<Sarulesup>,
    /// Hourly is the default of the setting; independent of UPDATES; absent: unchanged.
    #[param(name = "SECURITY_UPDATES")]
    pub security_updates: Option<SecurityUpdates>,
    /// The staging directory: absolute; absent: unchanged.
    #[param(name = "STAGING_DIR")]
    pub staging_dir: Option<FilePath>,
    /// The product; absent: unchanged.
    #[param(name = "UPDATES")]
    pub updates: Option<Updates>,
}

/// What `RPMUP` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Rpmup {
    /// `daily`.
    #[word("daily")]
    Daily,
    /// `manual`.
    #[word("manual")]
    Manual,
    /// `never`.
    #[word("never")]
    Never,
}

/// What `SARULESUP` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Sarulesup {
    /// `daily`.
    #[word("daily")]
    Daily,
    /// `manual`.
    #[word("manual")]
    Manual,
    /// `never`.
    #[word("never")]
    Never,
}

/// What `SECURITY_UPDATES` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SecurityUpdates {
    /// `hourly`.
    #[word("hourly")]
    Hourly,
    /// `never`.
    #[word("never")]
    Never,
}

/// What `UPDATES` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Updates {
    /// `daily`.
    #[word("daily")]
    Daily,
    /// `manual`.
    #[word("manual")]
    Manual,
    /// `never`.
    #[word("never")]
    Never,
}

/// See [`Params`].
pub struct UpdateUpdateconf;

impl Function for UpdateUpdateconf {
    const NAME: &'static str = "update_updateconf";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
