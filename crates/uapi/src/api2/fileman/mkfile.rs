//! `Fileman::mkfile`

use api::ports::Write;
use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::{Home, Permissions};

/// Makes an empty file.
#[derive(Input)]
pub struct Params {
    /// The folder in which it is made; the home where absent.
    #[param(default = "")]
    pub path: FilePath,
    /// Its name.
    pub name: String,
    /// Who may do what with it: three octal digits.
    #[param(default = Permissions(0o644))]
    pub permissions: Permissions,
}

/// What was made.
#[derive(Debug, Output)]
pub struct Row {
    /// The folder in which it is, as the account sees it.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Who may do what with it: octal digits.
    pub permissions: String,
}

/// See [`Params`].
pub struct Mkfile;

impl Function for Mkfile {
    const NAME: &'static str = "mkfile";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let home = Home::own(cx)?;
        let folder = home.place("path", &params.path)?;
        let place = home.within("name", &folder, &params.name)?;
        let mode = Some(params.permissions.0);
        home.write(&place, b"", Write { replace: false, mode })?;
        let permissions = format!("0{:o}", params.permissions.0);
        Ok(vec![Row { path: home.shown(&folder), name: params.name, permissions }])
    }
}
