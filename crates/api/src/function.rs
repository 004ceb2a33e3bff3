//! The shape of a function, the rows of the list that all of the product reads, and what a function
//! is given to work with.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use crate::{
    Data, Error, Field, Form, HostName, Input, Legacy, Needs, Output, Result, Secret, Type,
    UserName, Word,
    caller::{Caller, Rank},
    ports,
    records::{AccountRecord, Store, Tx, Where, is},
};

/// One function of the API.
pub trait Function: 'static {
    /// The name as called.
    const NAME: &'static str;
    /// What the caller needs.
    const NEEDS: Needs;
    /// Whether it changes anything.
    const EFFECT: Effect;
    /// How it answers those that name no version.
    const LEGACY: Legacy = Legacy::BARE;
    /// Whether it does its work; one that does not is listed in `contract/gaps.txt`.
    const FINISHED: bool = true;
    /// What it is asked.
    type Params: Input;
    /// What it answers.
    type Reply: Output;

    /// Does it.
    fn run(cx: &Cx<'_>, params: Self::Params) -> Result<Self::Reply>;
}

/// Whether a function changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It only reads.
    Reads,
    /// It changes state, and is written to the audit.
    Changes,
}

/// A function with its types erased.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The name as called.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// What the caller needs.
    pub needs: Needs,
    /// Whether it changes anything.
    pub effect: Effect,
    /// How it answers those that name no version.
    pub legacy: Legacy,
    /// Whether it does its work.
    pub finished: bool,
    /// Its parameters.
    pub params: &'static [Field],
    /// The type of its reply.
    pub reply: Type,
    /// Reads the parameters, runs it, gives the data of the answer.
    pub call: fn(&Cx<'_>, &Form) -> Result<Data>,
}

impl Entry {
    /// What it does in one sentence, on one line: the first of its documentation.
    pub fn summary(&self) -> String {
        let text = self.doc.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.split_once(". ") {
            Some((sentence, _)) => format!("{sentence}."),
            None => text,
        }
    }

    /// The row of `F`.
    pub const fn of<F: Function>() -> Self {
        Self {
            name: F::NAME,
            doc: <F::Params as Input>::DOC,
            needs: F::NEEDS,
            effect: F::EFFECT,
            legacy: F::LEGACY,
            finished: F::FINISHED,
            params: <F::Params as Input>::FIELDS,
            reply: <F::Reply as Output>::TYPE,
            call: |cx, form| {
                if !F::FINISHED {
                    return Err(crate::reply::unfinished(F::NAME));
                }
                Ok(F::run(cx, <F::Params as Input>::read(form)?)?.into_data())
            },
        }
    }
}

/// The functions under one heading.
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// The functions, in the order of the contract.
    pub functions: &'static [Entry],
}

/// Everything outside that functions, jobs and the reconciler may reach.
pub struct Host {
    /// The store.
    pub store: Arc<dyn Store>,
    /// The users of the operating system.
    pub os_users: Arc<dyn ports::OsUsers>,
    /// The FTP server.
    pub ftp: Arc<dyn ports::Ftp>,
    /// The addresses of the network interfaces.
    pub addresses: Arc<dyn ports::Addresses>,
    /// The DNS server.
    pub dns: Arc<dyn ports::Dns>,
    /// Looking up names.
    pub resolver: Arc<dyn ports::Resolver>,
    /// The other servers of the DNS cluster.
    pub dns_cluster: Arc<dyn ports::DnsCluster>,
    /// The web server.
    pub web: Arc<dyn ports::Web>,
    /// The mail server.
    pub mail: Arc<dyn ports::Mail>,
    /// The database servers.
    pub databases: Arc<dyn ports::Databases>,
    /// Hashing.
    pub passwords: Arc<dyn ports::Passwords>,
    /// Keys that sign zones.
    pub zone_keys: Arc<dyn ports::ZoneKeys>,
    /// The time.
    pub clock: Arc<dyn ports::Clock>,
    /// Randomness.
    pub random: Arc<dyn ports::Random>,
    /// Making keys.
    pub keys: Arc<dyn ports::Keys>,
    /// Making and reading certificates.
    pub certificates: Arc<dyn ports::Certificates>,
    /// Sealing secrets for the store.
    pub vault: Arc<dyn ports::Vault>,
    /// TLS of the sites.
    pub tls: Arc<dyn ports::Tls>,
    /// The files of accounts.
    pub files: Arc<dyn ports::Files>,
    /// Facts of the machine.
    pub system: Arc<dyn ports::System>,
    /// The steps of a change.
    pub steps: Arc<dyn ports::Steps>,
    /// What the operator set.
    pub settings: Settings,
}

/// What the operator set in the configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address of accounts without one of their own.
    pub shared_ip: String,
    /// The nameservers of new zones.
    pub nameservers: Vec<String>,
    /// The theme of new accounts.
    pub theme: String,
    /// The folder of homes, as accounts see it.
    pub home_base: String,
    /// The first and the last id that accounts may have; where none are named, those that the system
    /// does not keep for itself.
    pub account_ids: Option<(u32, u32)>,
    /// The ports of the web server that an account's sites are on: plain, TLS.
    pub web_ports: (u16, u16),
    /// The public TLS ports of WHM, cPanel and Webmail, for URLs.
    pub service_ports: [u16; 3],
    /// How many former passwords may not be chosen again at a forced change, 0 to 24.
    pub password_history: u64,
    /// Whether a forced change ends the use of the user's API tokens until it is made.
    pub forced_change_blocks_tokens: bool,
    /// What a change of password does to the user's API tokens.
    pub tokens_on_password_change: TokensOnChange,
    /// Where the machines of the accounts are.
    pub hosts: Hosts,
    /// The host that new accounts are placed on; where none is named, the one with the fewest.
    pub new_accounts_on: Option<HostName>,
}

/// Where the machines of the accounts are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Hosts {
    /// There is one machine, and this process drives it.
    #[default]
    One,
    /// The store names them, and this process drives none.
    Elsewhere,
    /// The store names them, and this process drives that one.
    This(HostName),
}

/// What a change of password does to the user's API tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TokensOnChange {
    /// They go on.
    #[word("keep")]
    Keep,
    /// They open nothing until the user updates each.
    #[word("suspend")]
    Suspend,
    /// They are removed.
    #[word("revoke")]
    Revoke,
}

/// The steps of every change, in order; kill tests end the process at each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Word)]
pub enum Step {
    /// The transaction is open.
    #[word("opened")]
    Opened,
    /// The rows and the journal entry are written, not committed.
    #[word("written")]
    Written,
    /// They are committed.
    #[word("committed")]
    Committed,
    /// A user's part is about to be applied.
    #[word("before-user")]
    BeforeUser,
    /// It is applied.
    #[word("after-user")]
    AfterUser,
    /// A zone's part is about to be applied.
    #[word("before-zone")]
    BeforeZone,
    /// It is applied.
    #[word("after-zone")]
    AfterZone,
    /// A site's part is about to be applied.
    #[word("before-site")]
    BeforeSite,
    /// It is applied.
    #[word("after-site")]
    AfterSite,
    /// A mail domain's part is about to be applied.
    #[word("before-mail")]
    BeforeMail,
    /// It is applied.
    #[word("after-mail")]
    AfterMail,
    /// Everything is applied; the journal entry is about to be closed.
    #[word("applied")]
    Applied,
    /// The journal entry is closed.
    #[word("closed")]
    Closed,
    /// The answer is ready, not sent.
    #[word("answered")]
    Answered,
}

/// Lets a function call other functions through the gate, as `batch` does.
pub trait Relay {
    /// Calls `name` as this caller would; gives a complete answer with its metadata.
    fn relay(&self, name: &str, form: &Form) -> crate::Value;
    /// The names that this caller may call, in alphabetical order.
    fn callable(&self) -> Vec<&'static str>;
    /// Calls a function for an account, if this caller may act for that; gives the answer of the
    /// interface as it is without the names of what was called. What the function itself says
    /// against it is in the answer. Where no accounts are called at all, it is refused.
    fn account(&self, call: &AccountCall<'_>) -> Result<crate::Value> {
        Err(Error::denied(format!("“{}” is not called from here.", call.function)))
    }
    /// Sets the caller's own password, which the present one proves to be theirs. Wrong guesses
    /// count like failed logins; where those are not counted, it is refused.
    fn change_password(&self, _current: &Secret, _new: &Secret) -> Result<()> {
        Err(Error::denied("Passwords are not changed by their owners from here."))
    }
}

/// A call of a function that acts for an account.
#[derive(Clone, Copy)]
pub struct AccountCall<'a> {
    /// The account; none for the caller's own.
    pub user: Option<&'a str>,
    /// The interface.
    pub api: AccountApi,
    /// The module.
    pub module: &'a str,
    /// The module's function.
    pub function: &'a str,
    /// Its parameters.
    pub form: &'a Form,
}

/// The interfaces of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountApi {
    /// cPanel API 1.
    One,
    /// cPanel API 2.
    Two,
    /// UAPI.
    Three,
}

/// Who calls, and the doors that a function may open.
pub struct Cx<'a> {
    /// Who calls.
    pub caller: &'a Caller,
    /// The outside.
    pub host: &'a Arc<Host>,
    /// The other functions, behind the gate.
    pub relay: &'a dyn Relay,
    /// The function called.
    pub function: &'static str,
    /// What is said beside the reply.
    pub notes: RefCell<Notes>,
}

/// What is said beside the reply.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// The reason of a success, where it is not `OK`.
    pub reason: Option<String>,
    /// The log of what was done.
    pub raw: Option<String>,
    /// What went wrong without failing the call.
    pub warnings: Vec<String>,
    /// What else to know.
    pub messages: Vec<String>,
    /// Why a function of UAPI counts as failed though it has data to give.
    pub errors: Vec<String>,
    /// The status of an answer of UAPI, where that is what was asked.
    pub verdict: Option<Verdict>,
}

/// A status that is an answer itself, and no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// 0.
    No,
    /// Null.
    Unknown,
}

/// An account that the caller is known to be allowed to act on. Only a [`Cx`] makes one for a
/// caller, and only the reconciler makes one for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account(AccountRecord);

impl Account {
    /// The caller's own account, which every caller who has one may see.
    pub fn of_caller(tx: &dyn Tx, caller: &Caller) -> Result<Self> {
        if caller.rank == Rank::Mailbox {
            return Err(Error::denied("A mailbox does not act for its account."));
        }
        let record: Option<AccountRecord> = tx.find(&[(&caller.user).into()])?;
        let name = &caller.user;
        record.map(Self).ok_or_else(|| Error::not_found(format!("“{name}” has no account.")))
    }

    /// For the reconciler, which acts for nobody.
    pub fn for_reconciler(record: AccountRecord) -> Self {
        Self(record)
    }

    /// Its name.
    pub fn name(&self) -> &UserName {
        &self.0.name
    }

    /// Its record, to read.
    pub fn record(&self) -> &AccountRecord {
        &self.0
    }

    /// Its record, to change; saved by a change.
    pub fn into_record(self) -> AccountRecord {
        self.0
    }
}

/// The accounts that a caller may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope(Option<UserName>);

impl Scope {
    /// The accounts that the caller may see.
    pub fn of(caller: &Caller) -> Self {
        Self(if caller.is_rootlike() { None } else { Some(caller.user.clone()) })
    }

    /// The owner whose accounts they are; `None` for all.
    pub fn owner(&self) -> Option<&UserName> {
        self.0.as_ref()
    }

    /// Whether an account of that owner and name is in it. A reseller's own account is.
    pub fn holds(&self, owner: &UserName, name: &UserName) -> bool {
        self.0.as_ref().is_none_or(|me| me == owner || me == name)
    }

    /// The same as a condition on the rows of `accounts`.
    pub fn filter(&self) -> Vec<Where<'_>> {
        let one = |me| vec![Where::Any(vec![is("owner", me), is("name", me)])];
        self.0.as_ref().map(one).unwrap_or_default()
    }
}

impl Cx<'_> {
    /// The accounts that the caller may see.
    pub fn scope(&self) -> Scope {
        Scope::of(self.caller)
    }

    /// The account `name`, if the caller may act on it; a stranger's is as good as absent.
    pub fn account(&self, tx: &dyn Tx, name: &UserName) -> Result<Account> {
        let record: Option<AccountRecord> = tx.first(vec![is("name", name)])?;
        match record.filter(|record| self.may_act_on(record)) {
            Some(record) => Ok(Account(record)),
            None => Err(Error::not_found(format!("There is no account “{name}”."))),
        }
    }

    /// Those of the accounts `names` that the caller may act on, by name.
    pub fn accounts(&self, tx: &dyn Tx, names: &[UserName]) -> Result<BTreeMap<UserName, Account>> {
        let records: Vec<AccountRecord> = tx.among("name", names)?;
        let mine = records.into_iter().filter(|record| self.may_act_on(record));
        Ok(mine.map(|record| (record.name.clone(), Account(record))).collect())
    }

    /// A new account that the caller is about to make.
    pub fn new_account(&self, record: AccountRecord) -> Result<Account> {
        if self.caller.is_rootlike()
            || record.owner == self.caller.user
            || record.owner == record.name
        {
            return Ok(Account(record));
        }
        Err(Error::denied("owner: only root makes accounts for another owner."))
    }

    fn may_act_on(&self, record: &AccountRecord) -> bool {
        if self.caller.rank <= Rank::Account {
            return self.caller.rank == Rank::Account && record.name == self.caller.user;
        }
        self.scope().holds(&record.owner, &record.name)
    }

    /// Gives the success a reason other than `OK`.
    pub fn reason(&self, text: impl Into<String>) {
        self.notes.borrow_mut().reason = Some(text.into());
    }

    /// Adds lines to the log of what was done.
    pub fn raw(&self, text: impl AsRef<str>) {
        let mut notes = self.notes.borrow_mut();
        let raw = notes.raw.get_or_insert_default();
        raw.push_str(text.as_ref());
        raw.push('\n');
    }

    /// Tells the caller of a problem without failing the call.
    pub fn warn(&self, text: impl Into<String>) {
        self.notes.borrow_mut().warnings.push(text.into());
    }

    /// Tells the caller something else.
    pub fn message(&self, text: impl Into<String>) {
        self.notes.borrow_mut().messages.push(text.into());
    }

    /// Lets a function of UAPI count as failed that has data to give.
    pub fn failed(&self, text: impl Into<String>) {
        self.notes.borrow_mut().errors.push(text.into());
    }

    /// Lets the status of the answer be what was asked.
    pub fn verdict(&self, verdict: Verdict) {
        self.notes.borrow_mut().verdict = Some(verdict);
    }

    /// Now.
    pub fn now(&self) -> crate::UnixTime {
        self.host.clock.now()
    }

    /// A random text of that many letters and digits out of 32, for ids and secrets.
    pub fn random_text(&self, letters: usize) -> Result<String> {
        self.host.random_text(letters)
    }
}

impl Host {
    /// A random text of that many capital letters and digits out of 32, five bits each.
    pub fn random_text(&self, letters: usize) -> Result<String> {
        const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let mut bytes = vec![0; letters];
        self.random.fill(&mut bytes)?;
        let letter = |byte: &u8| ALPHABET.get(usize::from(*byte % 32)).copied().unwrap_or(b'A');
        Ok(bytes.iter().map(|byte| char::from(letter(byte))).collect())
    }
}
