//! What a database and its users may be called: the account's prefix first, then something of its
//! own, not longer than the server allows and no name that the server has a use for.

use api::{
    Account, Cx, DatabaseName, Engine, Error, Host, Result, Word, ports::Flavor,
    records::AccountRecord,
};

/// Names that the servers, or tools beside them, have a use for.
const RESERVED: &[&str] = &[
    "cphulkd",
    "eximstats",
    "horde",
    "information_schema",
    "innkeeper",
    "leechprotect",
    "modsec",
    "mysql",
    "performance_schema",
    "postgres",
    "postgresql",
    "public",
    "root",
    "roundcube",
    "sys",
    "template0",
    "template1",
    "test",
];

/// How many characters of the owner's name are in the prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum PrefixSize {
    /// Up to eight, as all names once had it.
    #[word("8")]
    Short,
    /// The whole name.
    #[word("16")]
    Full,
}

/// The prefix of an account's names.
pub fn prefix(record: &AccountRecord, size: PrefixSize) -> String {
    let owner = record.database_owner.as_str();
    prefix_of(owner, size)
}

/// The prefix of the names of that owner.
pub fn prefix_of(owner: &str, size: PrefixSize) -> String {
    let letters = match size {
        PrefixSize::Short => 8,
        PrefixSize::Full => 16,
    };
    owner.chars().take(letters).chain(['_']).collect()
}

/// Refuses a name of the caller's own account that begins otherwise than with the prefix of that
/// size, where that is the short one.
pub fn check_size(cx: &Cx<'_>, param: &str, name: &DatabaseName, size: PrefixSize) -> Result<()> {
    let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
    let short = prefix(account.record(), PrefixSize::Short);
    if size == PrefixSize::Full || name.as_str().starts_with(&short) {
        return Ok(());
    }
    Err(Error::param(param, format!("“{name}” must begin with the prefix “{short}”.")))
}

/// What follows the account's prefix, of either size.
pub fn without_prefix<'a>(record: &AccountRecord, name: &'a str) -> Option<&'a str> {
    let sizes = [PrefixSize::Full, PrefixSize::Short];
    sizes.iter().find_map(|size| name.strip_prefix(&prefix(record, *size)))
}

/// The name with the account's prefix, which a caller may leave out.
fn with_prefix(record: &AccountRecord, name: &str) -> Result<DatabaseName, String> {
    match without_prefix(record, name) {
        Some(_) => name.parse(),
        None => format!("{}{name}", prefix(record, PrefixSize::Full)).parse(),
    }
}

/// The name of something of the caller's own account, whose prefix may be left out. `param` names the
/// parameter that has it.
pub fn own(cx: &Cx<'_>, param: &str, name: &str) -> Result<DatabaseName> {
    let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
    with_prefix(account.record(), name).map_err(|rule| Error::param(param, rule))
}

/// How long names may be on a server.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The server.
    pub engine: Engine,
    /// The most characters of a database's name.
    pub database: u32,
    /// The most characters of a user's name.
    pub user: u32,
}

impl Rules {
    /// The rules of the host's server.
    pub fn of(host: &Host, engine: Engine) -> Result<Self> {
        let (database, user) = match host.databases.server(engine)?.flavor {
            Flavor::Mysql => (64, 32),
            Flavor::Mariadb => (64, 47),
            Flavor::Postgresql => (63, 63),
        };
        Ok(Self { engine, database, user })
    }

    /// Refuses a name that no database of the account may have. `param` names the parameter.
    pub fn check_database(
        &self,
        record: &AccountRecord,
        param: &str,
        name: &DatabaseName,
    ) -> Result<()> {
        check(record, param, name)?;
        let text = name.as_str();
        match self.engine {
            // MySQL's grants write an underscore with a backslash before it.
            Engine::Mysql if length(&text.replace('_', "__")) > self.database => Err(Error::param(
                param,
                format!(
                    "must have at most {} characters, of which an underscore counts as two.",
                    self.database
                ),
            )),
            _ => check_length(param, name, self.database),
        }
    }

    /// Refuses a name that no user of the account's databases may have.
    pub fn check_user(
        &self,
        record: &AccountRecord,
        param: &str,
        name: &DatabaseName,
    ) -> Result<()> {
        check(record, param, name)?;
        check_length(param, name, self.user)
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn check_length(param: &str, name: &DatabaseName, most: u32) -> Result<()> {
    if length(name.as_str()) <= most {
        return Ok(());
    }
    Err(Error::param(param, format!("must have at most {most} characters.")))
}

fn check(record: &AccountRecord, param: &str, name: &DatabaseName) -> Result<()> {
    if without_prefix(record, name.as_str()).is_none_or(str::is_empty) {
        let prefix = prefix(record, PrefixSize::Full);
        return Err(Error::param(
            param,
            format!("“{name}” must begin with the prefix “{prefix}” and have more after it."),
        ));
    }
    let lower = name.as_str().to_ascii_lowercase();
    if RESERVED.contains(&lower.as_str()) || lower.starts_with("pg_") {
        return Err(Error::param(param, format!("“{name}” is reserved for the server.")));
    }
    Ok(())
}
