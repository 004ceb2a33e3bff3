//! Subaccounts made, changed and removed, with the logins that are theirs.

use api::{
    Account, Cx, EmailAddress, Error, FilePath, Flag, Kind, Limit, Result, Secret,
    records::{
        AccountRecord, FtpLogin, MailDomainRecord, MailboxRecord, PersonService, Subaccount, Tx,
        WebDiskRecord, is,
    },
};

use super::{Person, disks, links};
use crate::domain::{
    change::{Change, OnFailure},
    features::access::Access,
    fleet,
    ftp::{Named, folders, logins},
    mail::{addresses, mailboxes},
    passwords,
};

/// What a caller wishes of a subaccount. What is absent stays as it is.
#[derive(Default)]
pub struct Wish {
    /// The password of all services.
    pub password: Option<Secret>,
    /// The person's name.
    pub real_name: Option<String>,
    /// Another address of theirs.
    pub email: Option<String>,
    /// Whether there is a mailbox.
    pub mailbox: Option<Flag>,
    /// Its quota: MiB, 0 or `unlimited` for none.
    pub mailbox_quota: Option<String>,
    /// Whether there is a login for FTP.
    pub ftp: Option<Flag>,
    /// The folder that it sees.
    pub ftp_home: Option<FilePath>,
    /// Whether there is a login for Web Disk.
    pub disk: Option<Flag>,
    /// The folder that it sees.
    pub disk_home: Option<FilePath>,
    /// Whether it may write.
    pub disk_writes: Option<Flag>,
    /// Whether nobody else may look into its folder.
    pub disk_private: Option<Flag>,
    /// Whether it may log in with Digest Authentication.
    pub disk_digest: Option<Flag>,
}

/// Makes a subaccount, or changes the one that is there.
pub fn save(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
    wish: &Wish,
    is_new: bool,
) -> Result<(Account, Person)> {
    let hash = match &wish.password {
        Some(password) => Some(accept(cx, &read, password)?),
        None => None,
    };
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let person = Person::of(change.tx(), &account, named.clone())?;
    let mut sub = match (&person.sub, is_new) {
        (Some(_), true) => {
            let said = format!("username: there is a subaccount “{}” already.", person.full_name());
            return Err(Error::new(Kind::Exists, said));
        }
        (Some(sub), false) => sub.clone(),
        (None, true) => links::fresh(cx, &account, &named)?,
        (None, false) => person.existing()?.clone(),
    };
    set_texts(&mut sub, wish)?;
    sub.password = hash.unwrap_or(sub.password);
    change.save(&sub)?;
    let editor = Editor { account: &account, person: &person, sub: &sub, wish };
    editor.mailbox(cx, &mut change)?;
    editor.ftp(&mut change)?;
    editor.disk(&mut change)?;
    let person = Person::of(change.tx(), &account, named)?;
    require_machine(cx, &account, &person)?;
    change.commit(OnFailure::Undo)?;
    Ok((account, person))
}

fn accept(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
    password: &Secret,
) -> Result<String> {
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    let named = read(&*tx, &account)?;
    let record = account.record();
    let mut context = passwords::context_of(cx.host, &record.name, Some(record))?;
    context.push(named.name);
    passwords::check(&*tx, "virtual", password, &context)?;
    passwords::check(&*tx, "ftp", password, &context)?;
    drop(tx);
    cx.host.passwords.hash(password)
}

fn set_texts(sub: &mut Subaccount, wish: &Wish) -> Result<()> {
    if let Some(name) = &wish.real_name {
        if name.chars().count() > 255 {
            return Err(Error::param("real_name", "must have at most 255 characters."));
        }
        sub.real_name.clone_from(name);
    }
    if let Some(email) = &wish.email {
        sub.email.clone_from(email);
    }
    Ok(())
}

/// A subaccount whose services are being made as wished.
struct Editor<'a> {
    account: &'a Account,
    person: &'a Person,
    sub: &'a Subaccount,
    wish: &'a Wish,
}

impl Editor<'_> {
    fn mailbox(&self, cx: &Cx<'_>, change: &mut Change<'_>) -> Result<()> {
        let wanted =
            self.wanted(change.tx(), PersonService::Email, self.wish.mailbox, "popaccts")?;
        let there = self.person.mailbox.as_ref().filter(|_| self.is_linked(PersonService::Email));
        let quota = self.wish.mailbox_quota.as_deref();
        match (there, wanted) {
            (None, false) => Ok(()),
            (Some(_), false) => drop_mailbox(change, self.account, self.person),
            (Some(row), true) => {
                let quota = match quota {
                    Some(_) => mailboxes::quota(self.account, quota)?,
                    None => row.quota,
                };
                let row = MailboxRecord { quota, ..row.clone() };
                if self.wish.password.is_none() {
                    return mailboxes::save(change, &row);
                }
                mailboxes::set_password(cx, change, row, self.sub.password.clone())
            }
            (None, true) => {
                let quota = mailboxes::quota(self.account, quota)?;
                let (address, domain) = address_of(change.tx(), self.account, self.person)?;
                mailboxes::check_count(change.tx(), self.account)?;
                let hash = self.own_password()?;
                mailboxes::create(cx, change, (&address, &domain), hash, quota)?;
                links::link(change, self.person, PersonService::Email)
            }
        }
    }

    fn ftp(&self, change: &mut Change<'_>) -> Result<()> {
        let wanted = self.wanted(change.tx(), PersonService::Ftp, self.wish.ftp, "ftpaccts")?;
        let there = self.person.ftp.as_ref().filter(|_| self.is_linked(PersonService::Ftp));
        let home = self.home("services.ftp.homedir", self.wish.ftp_home.as_ref())?;
        match (there, wanted) {
            (None, false) => Ok(()),
            (Some(login), false) => logins::drop_row(change, login),
            (Some(login), true) => logins::save(
                change,
                &FtpLogin {
                    home: home.unwrap_or_else(|| login.home.clone()),
                    password: self.password(&login.password),
                    ..login.clone()
                },
            ),
            (None, true) => {
                let home = home.ok_or_else(|| {
                    Error::param("services.ftp.homedir", "is required where FTP is on.")
                })?;
                let login = FtpLogin {
                    name: self.person.name.clone(),
                    domain: self.person.domain.clone(),
                    account: self.account.name().clone(),
                    home,
                    password: self.own_password()?,
                    quota: Limit::UNLIMITED,
                };
                logins::add(change, self.account, &login)?;
                links::link(change, self.person, PersonService::Ftp)
            }
        }
    }

    fn disk(&self, change: &mut Change<'_>) -> Result<()> {
        let wanted = self.wanted(change.tx(), PersonService::Webdisk, self.wish.disk, "webdisk")?;
        let home = self.home("services.webdisk.homedir", self.wish.disk_home.as_ref())?;
        let wish = self.wish;
        let there = self.person.disk.as_ref().filter(|_| self.is_linked(PersonService::Webdisk));
        let row = match (there, wanted) {
            (None, false) => return Ok(()),
            (Some(row), false) => {
                return disks::drop_row(change, row);
            }
            (Some(row), true) => WebDiskRecord {
                home: home.unwrap_or_else(|| row.home.clone()),
                password: self.password(&row.password),
                ..row.clone()
            },
            (None, true) => WebDiskRecord {
                name: self.person.name.clone(),
                domain: self.person.domain.clone(),
                account: self.account.name().clone(),
                home: home.ok_or_else(|| {
                    Error::param("services.webdisk.homedir", "is required where Web Disk is on.")
                })?,
                password: self.own_password()?,
                writes: true.into(),
                private: false.into(),
                digest_auth: false.into(),
            },
        };
        change.save(&WebDiskRecord {
            writes: wish.disk_writes.unwrap_or(row.writes),
            private: wish.disk_private.unwrap_or(row.private),
            digest_auth: wish.disk_digest.unwrap_or(row.digest_auth),
            ..row
        })?;
        links::link(change, self.person, PersonService::Webdisk)
    }

    /// Whether there is to be a login of the subaccount's. Refuses to take over one that is nobody's,
    /// and a service that the account may not use.
    fn wanted(
        &self,
        tx: &dyn Tx,
        service: PersonService,
        wish: Option<Flag>,
        feature: &str,
    ) -> Result<bool> {
        let linked = self.is_linked(service);
        let Some(wanted) = wish else { return Ok(linked) };
        let param = format!("services.{}.enabled", service.as_str());
        if !linked && self.person.services().contains(&service) && wanted.0 {
            let full = self.person.full_name();
            let said = format!(
                "{param}: there is a {} account “{full}”; link it with \
                 merge_service_account.",
                service.as_str()
            );
            return Err(Error::new(Kind::Exists, said));
        }
        if wanted.0 && !linked && !has_feature(tx, self.account.record(), feature)? {
            return Err(Error::denied(format!("{param}: the account has no feature “{feature}”.")));
        }
        Ok(wanted.0)
    }

    /// Whether there is a login that is the subaccount's; what is nobody's stays as it is.
    fn is_linked(&self, service: PersonService) -> bool {
        self.person.linked().contains(&service)
    }

    fn home(&self, param: &str, given: Option<&FilePath>) -> Result<Option<String>> {
        given.map(|path| folders::read(self.account, param, path)).transpose()
    }

    /// The password of a login that is there: the new one, where one is set.
    fn password(&self, present: &str) -> String {
        if self.wish.password.is_some() { &self.sub.password } else { present }.to_owned()
    }

    /// The password of a new login.
    fn own_password(&self) -> Result<String> {
        if self.sub.password.is_empty() {
            return Err(Error::param("password", "is required: the subaccount has none yet."));
        }
        Ok(self.sub.password.clone())
    }
}

fn address_of(
    tx: &dyn Tx,
    account: &Account,
    person: &Person,
) -> Result<(EmailAddress, MailDomainRecord)> {
    addresses::own(tx, account, "username", &person.full_name(), None)
}

/// Removes a mailbox; its mail stays, as the folders of other logins do.
fn drop_mailbox(change: &mut Change<'_>, account: &Account, person: &Person) -> Result<()> {
    let (address, domain) = address_of(change.tx(), account, person)?;
    mailboxes::remove(change, (&address, &domain), true)
}

fn has_feature(tx: &dyn Tx, account: &AccountRecord, feature: &str) -> Result<bool> {
    Ok(Access::of(tx, account)?.has(feature))
}

/// Removes a subaccount with the logins that are its own; gives what of the name is left.
pub fn remove(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
) -> Result<(Account, Person)> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let person = Person::of(change.tx(), &account, named.clone())?;
    person.existing()?;
    for service in person.linked() {
        match service {
            PersonService::Ftp => {
                person.ftp.iter().try_for_each(|login| logins::drop_row(&mut change, login))?;
            }
            PersonService::Webdisk => {
                person.disk.iter().try_for_each(|row| disks::drop_row(&mut change, row))?;
            }
            PersonService::Email => drop_mailbox(&mut change, &account, &person)?,
        }
    }
    let key = [is("name", person.name.as_str()), is("domain", &person.domain)];
    change.remove::<Subaccount>(&key)?;
    let left = Person::of(change.tx(), &account, named)?;
    require_machine(cx, &account, &left)?;
    change.commit(OnFailure::Undo)?;
    Ok((account, left))
}

/// Whoever is told of a login with a quota is told how full its folder is, which its machine knows.
fn require_machine(cx: &Cx<'_>, account: &Account, person: &Person) -> Result<()> {
    match &person.ftp {
        Some(login) if login.quota.0.is_some() => fleet::require_machine(cx.host, account),
        _ => Ok(()),
    }
}
