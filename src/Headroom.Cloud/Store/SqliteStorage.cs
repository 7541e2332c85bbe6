using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Headroom.Cloud.Store;

/// <summary>
/// Keeps records in one SQLite file: each step is one transaction, on disk before anybody sees it. A cloud that was killed at any moment
/// finds its last step, whole, and nothing of one that was under way.
/// </summary>
public sealed class SqliteStorage : IStorage, IDisposable
{
    private const string FileName = "cloud.db";
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _remove;

    private SqliteStorage(SqliteConnection connection)
    {
        _connection = connection;
        _put = Command("INSERT INTO records (tbl, key, record) VALUES ($tbl, $key, $record) ON CONFLICT (tbl, key) DO UPDATE SET record = excluded.record");
        _remove = Command("DELETE FROM records WHERE tbl = $tbl AND key = $key");
    }

    /// <summary>Opens the storage of a folder, made where it is missing. One cloud at a time has it.</summary>
    /// <exception cref="DataDirectoryException">Another cloud has the folder open, or it cannot be written, or what is in it was not written by a cloud.</exception>
    public static SqliteStorage Open(string directory)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, "CREATE TABLE IF NOT EXISTS records (tbl TEXT NOT NULL, key TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID");
            return new(connection);
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new DataDirectoryException($"{file} cannot be opened ({fault.Message}); {Advice(fault.SqliteErrorCode)}", fault);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT key, record FROM records WHERE tbl = $tbl ORDER BY key";
        command.Parameters.AddWithValue("$tbl", table);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var record = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), recordType, StoredJson.Options)
                ?? throw new InvalidDataException($"{table} has an empty record under {reader.GetString(0)}");
            yield return KeyValuePair.Create(reader.GetString(0), record);
        }
    }

    /// <inheritdoc/>
    public void Append(IReadOnlyList<Change> changes)
    {
        using var transaction = _connection.BeginTransaction();
        _put.Transaction = _remove.Transaction = transaction;
        foreach (var last in changes.GroupBy(change => (change.Table.Name, change.Key)).Select(group => group.Last()))
        {
            Write(last);
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _put.Dispose();
        _remove.Dispose();
        _connection.Dispose();
    }

    // Result codes of SQLite: https://www.sqlite.org/rescode.html
    private static string Advice(int code) => code switch
    {
        5 or 6 => "is another cloud running on it?",
        11 or 26 => "it is damaged, or no cloud has written it: name another folder.",
        _ => "is the folder writable, and is there space?",
    };

    private void Write(Change change)
    {
        var command = change.After is null ? _remove : _put;
        command.Parameters["$tbl"].Value = change.Table.Name;
        command.Parameters["$key"].Value = change.Key;
        if (change.After is { } record)
        {
            command.Parameters["$record"].Value = JsonSerializer.SerializeToUtf8Bytes(record, change.Table.RecordType, StoredJson.Options);
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.Add("$tbl", SqliteType.Text);
        command.Parameters.Add("$key", SqliteType.Text);
        if (text.Contains("$record", StringComparison.Ordinal))
        {
            command.Parameters.Add("$record", SqliteType.Blob);
        }

        return command;
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are the constants above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
