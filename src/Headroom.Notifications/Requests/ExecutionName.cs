using System.Security.Cryptography;
using System.Text;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Requests;

/// <summary>The name under which an execution is started: it makes a second delivery of a message harmless.</summary>
public static class ExecutionName
{
    private const int ServiceLength = 26;
    private const int MessageIdLength = 36;
    private const int HashBytes = 8;

    /// <summary>
    /// <c>service-messageId-hash</c>, the hash over target and message id in full: readable in the console, at most 80 letters,
    /// digits, <c>-</c> and <c>_</c>, the same for the same message and target and only for them.
    /// <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html"/>
    /// </summary>
    public static string For(CoveredService service, string messageId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId}\n{service.Target}")).AsSpan(0, HashBytes);
        return $"{Plain(service.Service, ServiceLength)}-{Plain(messageId, MessageIdLength)}-{Convert.ToHexStringLower(hash)}";
    }

    private static string Plain(string text, int length) =>
        string.Concat(text.Take(length).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}
